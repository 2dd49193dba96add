/// Markdown that a script wrote, with values in it that are never markup.
package struct Prose: Hashable, Sendable {
  /// A part of the text.
  package enum Piece: Hashable, Sendable {
    /// What the script wrote.
    case written(String)
    /// A value as printed, which is no markup whatever it looks like.
    case value(String)
  }

  /// The parts in order.
  package var pieces: [Piece]

  /// Creates prose of `pieces`.
  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Creates prose of Markdown without values.
  package init(markdown: String) {
    self.init([.written(markdown)])
  }
}
