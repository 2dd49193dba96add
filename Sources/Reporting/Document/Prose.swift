import Evaluation

/// Markdown that a script wrote, with values in it that are never markup.
package struct Prose: Hashable, Sendable {
  /// The parts in order: what the script wrote, and values as printed.
  package var pieces: [PrintedPiece]

  /// Creates prose of `pieces`.
  package init(_ pieces: [PrintedPiece]) {
    self.pieces = pieces
  }

  /// Creates prose of Markdown without values.
  package init(markdown: String) {
    self.init([.written(markdown)])
  }
}
