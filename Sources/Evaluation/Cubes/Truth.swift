import Indicators

/// The truth values as numbers.
extension Double {
  /// 1 for true, 0 for false.
  init(_ truth: Bool) {
    self = truth ? 1 : 0
  }
}

extension Cube {
  /// Whether each cell is known.
  var knowledge: Cube {
    Cube(axes: axes) { cells in
      withRow { row in cells.know(row, count) }
    }
  }

  /// How many cells are known.
  var knownCount: Int {
    reasons.withUnsafeBytes { Kernels.zeroCount($0) }
  }

  /// Returns truth values joined by Kleene's `and`: false with anything is false.
  func and(_ other: Cube) -> Cube { kleene(other, dominant: 0) }

  /// Returns truth values joined by Kleene's `or`: true with anything is true.
  func or(_ other: Cube) -> Cube { kleene(other, dominant: 1) }

  private func kleene(_ other: Cube, dominant: Double) -> Cube {
    rowwise(with: other) { row, first, second, count in
      if first.isKnown(count), second.isKnown(count) {
        if dominant == 0 {
          row.combine(first, second, count) { $0 * $1 }
        } else {
          row.combine(first, second, count) { max($0, $1) }
        }
        return
      }
      for place in 0..<count {
        let (left, right) = (first[place], second[place])
        if left.reason.isKnown, left.value == dominant {
          row.set(place, left)
        } else if right.reason.isKnown, right.value == dominant {
          row.set(place, right)
        } else {
          row.set(place, !left.reason.isKnown ? left : !right.reason.isKnown ? right : (1 - dominant, .known))
        }
      }
    }
  }
}
