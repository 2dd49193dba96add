import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns the sum of two percentages that are weighed with numbers of the script, such as `0.3 * a + 0.7 * b`, whose
  /// weights make no more than the whole; nil where they are anything else.
  func weightedShares(
    _ left: CheckedExpression, _ right: CheckedExpression, _ frequency: Frequency?, _ range: SourceRange
  ) -> CheckedExpression? {
    let unit = left.type.unit
    guard unit.nature == .percentage, right.type.unit.nature == .percentage, let first = weight(of: left),
      let second = weight(of: right), first + second <= 1 + 1e-9, let step = right.type.unit.factor(to: unit)
    else { return nil }
    return CheckedExpression(
      .arithmetic(left, .add, right.converted(step, to: unit)),
      ValueType(.number(unit), frequency: frequency, kind: .ratio), range)
  }

  /// Returns the weight that `value` carries: its factor, or that of all its terms together.
  private func weight(of value: CheckedExpression) -> Double? {
    switch value.form {
    case .converted(let inner, _): return weight(of: inner)
    case .arithmetic(let left, .multiply, let right):
      let factor = left.isScalar ? left : right
      guard factor.isScalar, let weight = plain(factor).flatMap({ constant($0) }), weight > 0, weight < 1 else {
        return nil
      }
      return weight
    case .arithmetic(let left, .add, let right):
      guard let first = weight(of: left), let second = weight(of: right) else { return nil }
      return first + second
    default: return nil
    }
  }
}
