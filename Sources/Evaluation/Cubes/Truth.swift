import Indicators

/// The truth values as numbers.
extension Double {
  /// 1 for true, 0 for false.
  init(_ truth: Bool) {
    self = truth ? 1 : 0
  }
}

extension Cube {
  /// Returns truth values joined by Kleene's `and`: false with anything is false.
  func and(_ other: Cube) -> Cube { kleene(other, dominant: 0) }

  /// Returns truth values joined by Kleene's `or`: true with anything is true.
  func or(_ other: Cube) -> Cube { kleene(other, dominant: 1) }

  private func kleene(_ other: Cube, dominant: Double) -> Cube {
    let alignment = Alignment(axes, other.axes)
    var result = Cube(axes: alignment.axes, missing: .outsideData)
    for offset in 0..<result.count {
      let first = alignment.left.map { Int($0[offset]) } ?? offset
      let second = alignment.right.map { Int($0[offset]) } ?? offset
      let firstReason = first < 0 ? .outsideData : reasons[first]
      let secondReason = second < 0 ? .outsideData : other.reasons[second]
      let firstDecides = firstReason == .known && values[first] == dominant
      let secondDecides = secondReason == .known && other.values[second] == dominant
      if firstDecides || secondDecides {
        result.values[offset] = dominant
        result.reasons[offset] = .known
      } else if firstReason != .known || secondReason != .known {
        result.reasons[offset] = firstReason != .known ? firstReason : secondReason
      } else {
        result.values[offset] = 1 - dominant
        result.reasons[offset] = .known
      }
    }
    return result
  }
}
