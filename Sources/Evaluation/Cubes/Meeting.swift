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
    return withRow { left in
      other.withRow { right in
        Cube(axes: runs.axes) { cells in
          runs.forEach { offset, count, first, second in
            let (first, second) = (left.at(first), right.at(second))
            for place in 0..<count { cells.set(offset + place, meet(first[place], second[place])) }
          }
        }
      }
    }
  }

  /// Returns the result of `operation` between this cube and `other`; what is not finite is undefined.
  func computed(_ operation: ArithmeticOperator, with other: Cube) -> Cube {
    rowwise(with: other) { row, first, second, count in row.compute(first, operation, second, count) }
  }

  /// Returns a cube over the axes of both, each run of which `write` makes of the two that meet there.
  @inline(__always)
  func rowwise(with other: Cube, _ write: (_ row: Row, _ first: Row, _ second: Row, _ count: Int) -> Void)
    -> Cube
  {
    guard Alignment.greatestCount(axes, other.axes) <= Alignment.mostCells else { return .tooLarge }
    let runs = CellRuns(axes, other.axes)
    return Cube(axes: runs.axes) { cells in
      withRow { left in
        other.withRow { right in
          runs.forEach { offset, count, first, second in
            write(cells.from(offset, step: 1), left.at(first), right.at(second), count)
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
    Cube(axes: axes) { cells in
      withRow { row in cells.convert(row, count, by: step) }
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
