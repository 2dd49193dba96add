import Glibc
import Semantics

extension DistributionCall.Form {
  /// Returns the value below which the share `share` of the distribution lies; nil for arguments that make none.
  ///
  /// - Parameters:
  ///   - share: above 0 and below 1.
  ///   - z: the standard normal quantile of `share`.
  ///   - arguments: the numbers of the distribution's expressions, in their order.
  /// - Returns: in the unit of the arguments.
  func quantile(_ share: Double, z: @autoclosure () -> Double, _ arguments: [Double]) -> Double? {
    switch self {
    case .interval:
      let (low, high) = (arguments[0], arguments[1])
      guard low <= high else { return nil }
      // The 95% point of the standard normal distribution is 1.6448536269514722.
      return (low + high) / 2 + (high - low) / 2 / 1.6448536269514722 * z()
    case .normal: return arguments[1] >= 0 ? arguments[0] + arguments[1] * z() : nil
    case .lognormal: return arguments[0] > 0 && arguments[1] >= 0 ? arguments[0] * exp(arguments[1] * z()) : nil
    case .uniform:
      guard arguments[0] <= arguments[1] else { return nil }
      return arguments[0] + (arguments[1] - arguments[0]) * share
    case .triangular: return triangular(share, arguments[0], arguments[1], arguments[2])
    case .pert:
      let (low, mode, high) = (arguments[0], arguments[1], arguments[2])
      guard low <= mode, mode <= high else { return nil }
      if low == high { return low }
      let a = 1 + 4 * (mode - low) / (high - low)
      return low + (high - low) * BetaDistribution.quantile(share, a: a, b: 6 - a)
    case .beta:
      guard arguments[0] > 0, arguments[1] > 0 else { return nil }
      return BetaDistribution.quantile(share, a: arguments[0], b: arguments[1])
    case .choose(let choices):
      var reached = 0.0
      for (index, choice) in choices.enumerated() {
        reached += choice.chance
        if share < reached { return arguments[index] }
      }
      return arguments.last
    }
  }

  private func triangular(_ share: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double? {
    guard low <= mode, mode <= high else { return nil }
    if low == high { return low }
    let split = (mode - low) / (high - low)
    return share < split
      ? low + ((high - low) * (mode - low) * share).squareRoot()
      : high - ((high - low) * (high - mode) * (1 - share)).squareRoot()
  }
}
