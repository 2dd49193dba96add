import Indicators
import Semantics
import Units

/// The functions that come from judging targets.
extension Evaluator {
  /// Returns the position of each cell's band among the bounds that follow it.
  mutating func band(_ arguments: [CheckedExpression], _ surroundings: Surroundings) -> Cube {
    let bounds = arguments.dropFirst().compactMap { cube($0, surroundings)[0] }
    return cube(arguments[0], surroundings).mapped { Double(bandPosition(of: $0, bounds: bounds)) }
  }

  /// Returns a number of each target of `expression` at its deadline, and nothing anywhere else.
  ///
  /// Several targets of one cell give their number where they agree.
  mutating func askedAtDeadlines(
    of expression: CheckedExpression, _ scenario: ScenarioID, _ number: (TargetRow) -> Double?
  ) -> Cube {
    let positions = targetRows(of: expression, named: name(ofTargeted: expression))
    let rows = targetRows(in: .actual)
    var cells: [(point: [Dimension: Label], value: Double)] = []
    for position in positions {
      let row = rows[position]
      guard let value = number(row), let step = row.unit.factor(to: expression.type.unit) else { continue }
      var point: [Dimension: Label] = [.period: .period(row.deadline)]
      for (dimension, name) in row.members { point[dimension] = names.find(name).map(Label.member) }
      cells.append((point, step(value)))
    }
    var axes = [Axis(.period, [])]
    for (point, _) in cells {
      for (dimension, label) in point.sorted(by: { $0.key.name < $1.key.name }) {
        axes = Alignment(axes, [Axis(dimension, [label])]).axes
      }
    }
    var result = Cube(axes: axes, missing: .outsideData)
    for (point, value) in cells {
      for offset in result.offsets(at: point) {
        if result.reasons[offset] == .outsideData {
          result.values[offset] = value
          result.reasons[offset] = .known
        } else if !equalAtTwelveDigits(result.values[offset], value) {
          result.reasons[offset] = .conflict
        }
      }
    }
    return result
  }

  private func name(ofTargeted expression: CheckedExpression) -> String {
    guard case .definition(let definition) = expression.form else { return "" }
    return switch definition {
    case .indicator(let position): program.indicators[position].name
    case .alias(let position): program.aliases[position].name
    case .aggregate(let position): program.aggregates[position].name
    case .parameter, .set: ""
    }
  }
}
