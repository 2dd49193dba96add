import Source

/// What becomes of an assumption in a scenario.
package enum AssumptionState: String, CaseIterable, Sendable {
  /// It gives every cell that it covers its value.
  case applies
  /// A nearer scenario has taken some of its cells.
  case partlyOverridden = "partly_overridden"
  /// A nearer scenario has taken all of its cells.
  case overridden
  /// It covers no period that the scenario has.
  case idle
  /// No assumption: the last known value, held.
  case held

  /// The name in each language; the English one is how a cell stores it.
  package var name: Phrase {
    switch self {
    case .applies: Phrase(rawValue, "生效")
    case .partlyOverridden: Phrase(rawValue, "部分被取代")
    case .overridden: Phrase(rawValue, "被取代")
    case .idle: Phrase(rawValue, "未触及")
    case .held: Phrase(rawValue, "沿用")
    }
  }
}
