/// A part of a text whose values have been printed.
package enum PrintedPiece: Hashable, Sendable {
  /// What the script wrote.
  case written(String)
  /// A value as printed, which is no markup whatever it looks like.
  case value(String)

  /// The characters of the part.
  package var text: String {
    switch self {
    case .written(let text), .value(let text): text
    }
  }
}
