import Indicators
import Semantics
import Syntax
import Units

/// Arithmetic on rows; what is not finite is undefined.
extension Row {
  /// Puts into `count` cells the results of `operation` between those of `first` and of `second`.
  func compute(
    _ first: Row, _ operation: ArithmeticOperator, _ second: Row, _ count: Int, settles: Bool = true
  ) {
    switch operation {
    case .add: combine(first, second, count, settles: settles) { $0 + $1 }
    case .subtract: combine(first, second, count, settles: settles) { $0 - $1 }
    case .multiply: combine(first, second, count, settles: settles) { $0 * $1 }
    case .divide: combine(first, second, count, settles: settles) { $0 / $1 }
    case .power: combine(first, second, count) { operation.apply($0, $1) }
    }
  }

  /// Puts into `count` cells those of `other` in another unit.
  func convert(_ other: Row, _ count: Int, by step: Conversion, settles: Bool = true) {
    let (multiply, divide) = (step.multiply, step.divide)
    if divide == 1 {
      apply(other, count, settles: settles) { $0 * multiply }
    } else if multiply == 1 {
      apply(other, count, settles: settles) { $0 / divide }
    } else {
      apply(other, count, settles: settles) { step($0) }
    }
  }

  /// Makes those of `count` cells undefined whose number is not finite.
  @inline(__always)
  func undefineUnlessFinite(_ count: Int) {
    var carry: UInt64 = 0
    for place in 0..<count { carry |= Row.carry(of: values[place]) }
    guard carry >> 63 != 0 else { return }
    for place in 0..<count where !values[place].isFinite { reasons[place] = .undefined }
  }
}
