import Glibc
import Semantics

extension DistributionCall.Form {
  /// Returns the value of the distribution at `draw`; nil for arguments that make none.
  ///
  /// - Parameters:
  ///   - draw: the share of the distribution below the value, or the standard normal quantile of that share where the
  ///     distribution is read by that.
  ///   - arguments: the numbers of the distribution's expressions, in their order.
  /// - Returns: in the unit of the arguments.
  func quantile(_ draw: Double, _ arguments: [Double]) -> Double? {
    switch self {
    case .interval:
      let (low, high) = (arguments[0], arguments[1])
      guard low <= high else { return nil }
      return (low + high) / 2 + (high - low) / 2 / Self.upperPoint * draw
    case .normal: return arguments[1] >= 0 ? arguments[0] + arguments[1] * draw : nil
    case .lognormal: return arguments[0] > 0 && arguments[1] >= 0 ? arguments[0] * exp(arguments[1] * draw) : nil
    case .uniform:
      guard arguments[0] <= arguments[1] else { return nil }
      return arguments[0] + (arguments[1] - arguments[0]) * draw
    case .triangular: return triangular(draw, arguments[0], arguments[1], arguments[2])
    case .pert:
      let (low, mode, high) = (arguments[0], arguments[1], arguments[2])
      guard low <= mode, mode <= high else { return nil }
      if low == high { return low }
      let a = 1 + 4 * (mode - low) / (high - low)
      return low + (high - low) * BetaDistribution.quantile(draw, a: a, b: 6 - a)
    case .beta:
      guard arguments[0] > 0, arguments[1] > 0 else { return nil }
      return BetaDistribution.quantile(draw, a: arguments[0], b: arguments[1])
    case .choose(let choices):
      var reached = 0.0
      for (index, choice) in choices.enumerated() {
        reached += choice.chance
        if draw < reached { return arguments[index] }
      }
      return arguments.last
    }
  }

  /// Whether a distribution is read by the standard normal, and not by its share.
  var readsNormal: Bool {
    switch self {
    case .interval, .normal, .lognormal: true
    case .uniform, .triangular, .pert, .beta, .choose: false
    }
  }

  /// Turns the draws in `row`, standard normals or shares, into values of the distribution, whose arguments differ by
  /// sample or not.
  func read(_ row: Row, _ arguments: [Row], _ count: Int) {
    guard arguments.allSatisfy({ $0.step == 0 && $0[0].reason == .known }) else {
      return readEach(row, arguments, count)
    }
    let numbers = arguments.map { $0[0].value }
    switch self {
    case .interval where numbers[0] <= numbers[1]:
      let middle = (numbers[0] + numbers[1]) / 2
      let spread = (numbers[1] - numbers[0]) / 2 / Self.upperPoint
      for place in 0..<count { row.values[place] = middle + spread * row.values[place] }
    case .normal where numbers[1] >= 0:
      let (mean, spread) = (numbers[0], numbers[1])
      for place in 0..<count { row.values[place] = mean + spread * row.values[place] }
    case .lognormal where numbers[0] > 0 && numbers[1] >= 0:
      let (median, spread) = (numbers[0], numbers[1])
      for place in 0..<count { row.values[place] = median * exp(spread * row.values[place]) }
    case .uniform where numbers[0] <= numbers[1]:
      let (low, width) = (numbers[0], numbers[1] - numbers[0])
      for place in 0..<count { row.values[place] = low + width * row.values[place] }
    case .interval, .normal, .lognormal, .uniform, .triangular, .pert, .beta, .choose:
      return readEach(row, arguments, count)
    }
    row.settle(count)
  }

  private func readEach(_ row: Row, _ arguments: [Row], _ count: Int) {
    var numbers = Array(repeating: 0.0, count: arguments.count)
    cells: for place in 0..<count {
      for (index, argument) in arguments.enumerated() {
        let cell = argument[place]
        guard cell.reason == .known else {
          row.reasons[place] = cell.reason
          continue cells
        }
        numbers[index] = cell.value
      }
      row.set(place, quantile(row.values[place], numbers).map(Row.settled) ?? (0, .undefined))
    }
  }

  /// The 95% point of the standard normal distribution.
  private static var upperPoint: Double { 1.6448536269514722 }

  private func triangular(_ share: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double? {
    guard low <= mode, mode <= high else { return nil }
    if low == high { return low }
    let split = (mode - low) / (high - low)
    return share < split
      ? low + ((high - low) * (mode - low) * share).squareRoot()
      : high - ((high - low) * (high - mode) * (1 - share)).squareRoot()
  }
}
