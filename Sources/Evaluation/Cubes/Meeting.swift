import Indicators
import Semantics
import Syntax
import Units

extension Cube {
  /// Returns the cells of this cube and `other` joined by `apply`, which gives nil where there is no answer.
  ///
  /// A cell that either lacks is missing, with the first reason in written order.
  @inline(__always)
  func joined(with other: Cube, _ apply: (Double, Double) -> Double?) -> Cube {
    meeting(other) { first, second in
      if !first.reason.isKnown { return (0, first.reason) }
      if !second.reason.isKnown { return (0, second.reason) }
      return apply(first.value, second.value).map { ($0, .known) } ?? (0, .undefined)
    }
  }

  /// Returns a cube over the axes of both, each cell what `meet` makes of the two cells that meet there.
  @inline(__always)
  func meeting(
    _ other: Cube,
    _ meet: (
      _ first: (value: Double, reason: MissingReason), _ second: (value: Double, reason: MissingReason)
    ) -> (value: Double, reason: MissingReason)
  ) -> Cube {
    guard Alignment.greatestCount(axes, other.axes) <= Alignment.mostCells else { return .tooLarge }
    let runs = CellRuns(axes, other.axes)
    var result = Cube(axes: runs.axes, missing: .outsideData)
    for run in 0..<runs.count {
      let (left, right) = (runs.leftStart(run), runs.rightStart(run))
      for place in 0..<runs.length {
        let first = left.map { $0 + place * runs.leftStep }
        let second = right.map { $0 + place * runs.rightStep }
        let cell = meet(
          first.map { (values[$0], reasons[$0]) } ?? (0, .outsideData),
          second.map { (other.values[$0], other.reasons[$0]) } ?? (0, .outsideData))
        result.values[run * runs.length + place] = cell.value
        result.reasons[run * runs.length + place] = cell.reason
      }
    }
    return result
  }

  /// Returns the result of `operation` between this cube and `other`; what is not finite is undefined.
  func computed(_ operation: ArithmeticOperator, with other: Cube) -> Cube {
    switch operation {
    case .add: computed(with: other) { $0 + $1 }
    case .subtract: computed(with: other) { $0 - $1 }
    case .multiply: computed(with: other) { $0 * $1 }
    case .divide: computed(with: other) { $0 / $1 }
    case .power: computed(with: other) { operation.apply($0, $1) }
    }
  }

  /// Returns the known cells joined by `apply`, run by run; what is not finite is undefined.
  @inline(__always)
  private func computed(with other: Cube, _ apply: (Double, Double) -> Double) -> Cube {
    rowwise(with: other) { row, first, second, count in row.combine(first, second, count, apply) }
  }

  /// Returns a cube over the axes of both, each run of which `write` makes of the two that meet there.
  @inline(__always)
  private func rowwise(with other: Cube, _ write: (_ row: Row, _ first: Row, _ second: Row, _ count: Int) -> Void)
    -> Cube
  {
    guard Alignment.greatestCount(axes, other.axes) <= Alignment.mostCells else { return .tooLarge }
    let runs = CellRuns(axes, other.axes)
    return Cube(axes: runs.axes) { cells in
      withRow { left in
        other.withRow { right in
          for run in 0..<runs.count {
            write(
              cells.from(run * runs.length, step: 1),
              runs.leftStart(run).map { left.from($0, step: runs.leftStep) } ?? .absent,
              runs.rightStart(run).map { right.from($0, step: runs.rightStep) } ?? .absent, runs.length)
          }
        }
      }
    }
  }

  /// Returns truth values that say whether the numbers stand in the relation to those of `other`, at twelve digits.
  func compared(_ comparator: Comparator, with other: Cube) -> Cube {
    switch comparator {
    case .equal: compared(with: other, comparator) { $0 == $1 }
    case .notEqual: compared(with: other, comparator) { $0 != $1 }
    case .less: compared(with: other, comparator) { $0 < $1 }
    case .lessOrEqual: compared(with: other, comparator) { $0 <= $1 }
    case .greater: compared(with: other, comparator) { $0 > $1 }
    case .greaterOrEqual: compared(with: other, comparator) { $0 >= $1 }
    }
  }

  @inline(__always)
  private func compared(with other: Cube, _ comparator: Comparator, _ holds: (Double, Double) -> Bool) -> Cube {
    rowwise(with: other) { row, first, second, count in row.compare(first, second, comparator, count, holds) }
  }

  /// Returns the known cells in another unit; what is not finite is undefined.
  func converted(by step: Conversion) -> Cube {
    let (multiply, divide) = (step.multiply, step.divide)
    return Cube(axes: axes) { cells in
      withRow { row in
        if divide == 1 {
          cells.apply(row, count) { $0 * multiply }
        } else if multiply == 1 {
          cells.apply(row, count) { $0 / divide }
        } else {
          cells.apply(row, count) { step($0) }
        }
      }
    }
  }

  /// Returns the known cells changed by `apply`, which gives nil where there is no answer.
  @inline(__always)
  func mapped(_ apply: (Double) -> Double?) -> Cube {
    var result = self
    for offset in 0..<count where reasons[offset].isKnown {
      if let value = apply(values[offset]) {
        result.values[offset] = value
      } else {
        result.reasons[offset] = .undefined
      }
    }
    return result
  }
}
