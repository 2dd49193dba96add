import Indicators
import Semantics
import Units

extension Evaluator {
  /// Returns the value of a function that takes each cell by itself.
  mutating func cells(
    _ function: CellFunction, _ arguments: [CheckedExpression], _ surroundings: Surroundings
  ) -> Cube {
    switch function {
    case .if:
      return Self.choose(
        cube(arguments[0], surroundings), cube(arguments[1], surroundings), cube(arguments[2], surroundings))
    case .known: return Self.known(value(of: arguments[0], surroundings))
    case .abs: return cube(arguments[0], surroundings).mapped { abs($0) }
    case .round:
      return cube(arguments[0], surroundings).joined(with: cube(arguments[1], surroundings)) {
        roundHalfAwayFromZero($0, decimals: Int($1))
      }
    case .clamp:
      let floored = cube(arguments[0], surroundings).joined(with: cube(arguments[1], surroundings)) { max($0, $1) }
      return floored.joined(with: cube(arguments[2], surroundings)) { min($0, $1) }
    case .min: return fold(arguments, surroundings) { min($0, $1) }
    case .max: return fold(arguments, surroundings) { max($0, $1) }
    case .band: return band(arguments, surroundings)
    case .plan: return askedAtDeadlines(of: arguments[0], surroundings.scenario) { $0.asked }
    case .baseline: return askedAtDeadlines(of: arguments[0], surroundings.scenario) { $0.baseline }
    case .meets: return meets(arguments[0], surroundings)
    }
  }

  private mutating func fold(
    _ arguments: [CheckedExpression], _ surroundings: Surroundings, _ pick: (Double, Double) -> Double
  ) -> Cube {
    var result = cube(arguments[0], surroundings)
    for argument in arguments.dropFirst() { result = result.joined(with: cube(argument, surroundings), pick) }
    return result
  }

  /// Returns the second where the first is true and the third where it is false; unknown is missing.
  private static func choose(_ test: Cube, _ yes: Cube, _ no: Cube) -> Cube {
    let axes = Alignment.axes(Alignment.axes(test.axes, yes.axes), no.axes)
    let (test, yes, no) = (test.spread(over: axes), yes.spread(over: axes), no.spread(over: axes))
    var result = Cube(axes: axes, missing: .outsideData)
    for offset in 0..<result.count {
      guard test.reasons[offset] == .known else {
        result.reasons[offset] = test.reasons[offset]
        continue
      }
      let chosen = test.values[offset] != 0 ? yes : no
      result.values[offset] = chosen.values[offset]
      result.reasons[offset] = chosen.reasons[offset]
    }
    return result
  }

  private static func known(_ value: Value) -> Cube {
    switch value {
    case .numbers(let cube):
      return cube.knowledge
    case .texts(let texts):
      return Cube(
        axes: texts.axes, values: texts.cells.map { Double(!$0.isEmpty) },
        reasons: Array(repeating: .known, count: texts.cells.count))
    }
  }

  /// Returns half a unit in the last printed digit of each cell of `expression`, or nil where nobody printed it.
  mutating func printedStep(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube? {
    switch expression.form {
    case .number(_, let decimals): return Cube(halfUnit(Int(decimals)))
    case .negative(let inner): return printedStep(inner, surroundings)
    case .converted(let inner, let step): return printedStep(inner, surroundings)?.mapped { abs(step($0)) }
    case .selection(let inner, let selection):
      let scenario = selection.scenario ?? surroundings.scenario
      return printedStep(inner, Surroundings(scenario: scenario)).map { select($0, selection) }
    case .definition(.indicator(let position)) where !surroundings.scenario.isDeclared:
      let (cube, decimals) = printed(position, surroundings.scenario)
      return Cube(axes: cube.axes, values: decimals.map { halfUnit(Int($0)) }, reasons: cube.reasons)
    case .missing, .truth, .period, .text, .word, .definition, .dimension, .column, .arithmetic, .fallback, .comparison,
      .approximation, .between, .among, .not, .and, .or, .cells, .time, .aggregate, .distribution, .chance, .invalid,
      .weights, .scaled, .filled, .reason:
      return nil
    }
  }

  private mutating func printed(_ position: Int, _ scenario: ScenarioID) -> (Cube, [UInt8]) {
    if scenario == .plan {
      let planned = plan(ofIndicator: position)
      return (planned.cube, planned.decimals)
    }
    let data = data(ofIndicator: position)
    return (data.cube, data.decimals)
  }

  /// Returns half a unit in the last of `decimals` digits.
  func halfUnit(_ decimals: Int) -> Double {
    var step = 0.5
    for _ in 0..<max(0, min(decimals, 20)) { step /= 10 }
    return step
  }
}
