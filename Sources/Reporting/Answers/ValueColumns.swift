import Evaluation
import Indicators
import Semantics
import Source
import Units

/// A column of a table of values: what it shows, in which scenario.
struct ValueColumn {
  /// What the column shows.
  enum Form {
    /// The value itself, which has no periods.
    case whole
    case period(Period)
    case growth(Period, Period)
    case difference(Period, Period)
    case target(TargetColumn)
  }

  let form: Form
  let scenario: ScenarioID
  let against: (isRatio: Bool, scenario: ScenarioID)?

  /// The heading without the expression's name.
  func heading(showsScenario: Bool) -> Phrase {
    let base: Phrase
    switch form {
    case .whole: base = Phrase("", "")
    case .period(let period): base = Phrase(same: period.description)
    case .growth(let first, let second): base = Phrase(same: "\(first)/\(second)")
    case .difference(let first, let second): base = Phrase(same: "\(first)-\(second)")
    case .target(let column): base = Relation.targets.columns[column.rawValue].heading
    }
    guard showsScenario || against != nil else { return base }
    let name = scenario.heading
    let other = against.map { ($0.isRatio ? " / " : " - ", $0.scenario.heading) }
    func join(_ base: String, _ name: String, _ other: String?) -> String {
      let scenario = name + (other ?? "")
      return base.isEmpty ? scenario : "\(base) [\(scenario)]"
    }
    return Phrase(
      join(base.english, name.english, other.map { $0.0 + $0.1.english }),
      join(base.chinese, name.chinese, other.map { $0.0 + $0.1.chinese }))
  }

  /// The periods that the column shows.
  var periods: [Period] {
    switch form {
    case .period(let period): [period]
    case .growth(let first, let second), .difference(let first, let second): [first, second]
    case .whole, .target: []
    }
  }

  /// The two periods that the column compares.
  var compared: (Period, Period)? {
    switch form {
    case .growth(let first, let second), .difference(let first, let second): (first, second)
    case .period, .whole, .target: nil
    }
  }

  /// Returns the unit of the column for an expression of `type`.
  func unit(of type: ValueType) -> MeasurementUnit {
    if let against, against.isRatio { return .percent }
    if case .growth = form { return against == nil ? .percent : .points }
    return isDifference ? type.unit.ofDifference.unit : type.unit
  }

  /// Whether the column's numbers say how much something rose or fell.
  var isChange: Bool {
    switch form {
    case .growth, .difference: true
    case .whole, .period, .target: against != nil
    }
  }

  /// Whether the column's numbers are differences of the expression's.
  private var isDifference: Bool {
    switch form {
    case .difference: against.map { !$0.isRatio } ?? true
    case .whole, .period, .target: against.map { !$0.isRatio } ?? false
    case .growth: false
    }
  }

  /// Returns whether the column's numbers of `expression` are computed, and not those that sheets print.
  func computes(_ expression: CheckedExpression) -> Bool {
    var inner = expression
    while case .selection(let chosen, _) = inner.form { inner = chosen }
    guard case .definition(.indicator) = inner.form, against == nil, !scenario.isDeclared else { return true }
    switch form {
    case .period, .whole, .target: return false
    case .growth, .difference: return true
    }
  }

  /// Returns the column's values of `expression`, without periods.
  func cube(_ expression: CheckedExpression, _ evaluator: inout Evaluator) -> Cube {
    var cube = cube(expression, scenario, &evaluator)
    if let against {
      let other = self.cube(expression, against.scenario, &evaluator)
      cube = against.isRatio ? cube.growth(over: other) : cube.combined(with: other) { $0 - $1 }
    }
    return isDifference ? evaluator.inUnitsOfDifference(cube, of: expression.type) : cube
  }

  /// Whether the column's numbers are in the units of its rows, and not all in the one that it makes of them.
  var hasRowUnits: Bool {
    if case .growth = form { return false }
    return !(against?.isRatio ?? false)
  }

  /// Returns the column's texts of `expression`, without periods; nil where it has numbers, or the column a change.
  func texts(_ expression: CheckedExpression, _ evaluator: inout Evaluator) -> TextCube? {
    guard case .texts(let texts) = evaluator.value(of: expression, in: scenario) else { return nil }
    switch form {
    case .whole, .target: return texts
    case .period(let period): return texts.at(period)
    case .growth, .difference: return nil
    }
  }

  private func cube(_ expression: CheckedExpression, _ scenario: ScenarioID, _ evaluator: inout Evaluator) -> Cube {
    let cube = evaluator.value(of: expression, in: scenario).presence
    switch form {
    case .whole, .target: return cube
    case .period(let period): return cube.at(period)
    case .growth(let first, let second): return cube.at(first).growth(over: cube.at(second))
    case .difference(let first, let second): return cube.at(first).combined(with: cube.at(second)) { $0 - $1 }
    }
  }
}
