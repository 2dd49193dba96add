/// What a value's name stands for, as a position in the checked program's lists.
package enum Definition: Hashable, Sendable {
  /// A number that the command line may vary.
  case parameter(Int)
  /// A named expression.
  case alias(Int)
  /// A named aggregate.
  case aggregate(Int)
  /// Several indicators as one value.
  case set(Int)
  /// An indicator of one sheet or of all sheets.
  case indicator(Int)
}

extension CheckedProgram {
  /// Returns the name of `definition`.
  package func name(of definition: Definition) -> String {
    switch definition {
    case .parameter(let position): parameters[position].name
    case .alias(let position): aliases[position].name
    case .aggregate(let position): aggregates[position].name
    case .indicator(let position): indicators[position].name
    case .set(let position): sets[position].name
    }
  }
}

/// One overlay of the data, as a position in the list of scenarios.
package struct ScenarioID: Hashable, Sendable {
  /// The position: 0 is `actual`, 1 is `plan`, then those that scripts declare.
  package let index: Int
  /// The name, as a relation stores it.
  package let word: String

  /// Creates the identity of the scenario at `index`.
  package init(index: Int, word: String) {
    self.index = index
    self.word = word
  }

  /// The data alone.
  package static let actual = ScenarioID(index: 0, word: "actual")
  /// The data with the numbers asked laid over them at their deadlines.
  package static let plan = ScenarioID(index: 1, word: "plan")
  /// How many scenarios need no declaration.
  package static let builtInCount = 2

  /// Whether a script declares it.
  package var isDeclared: Bool { index >= ScenarioID.builtInCount }
}
