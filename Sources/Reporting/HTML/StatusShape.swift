import Source

/// A shape beside the word for how a target or rule stands, so that not only words and colours tell.
enum StatusShape: String, CaseIterable {
  /// What was asked is done.
  case good
  /// What was asked is not done.
  case bad
  /// It is not known yet.
  case open

  /// Finds the shape of the word `phrase`; nil where it is no word of a status.
  init?(_ phrase: Phrase) {
    switch phrase.english {
    case "met", "ahead", "on track", "passed", "green": self = .good
    case "missed", "behind", "failed", "red": self = .bad
    case "pending", "unknown", "open", "manual": self = .open
    default: return nil
    }
  }

  /// The sign.
  var sign: String {
    switch self {
    case .good: "✓"
    case .bad: "✕"
    case .open: "○"
    }
  }
}
