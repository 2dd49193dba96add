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
    meeting(other) { first, second in
      if first.reason == .known, first.value == dominant { return first }
      if second.reason == .known, second.value == dominant { return second }
      if first.reason != .known { return first }
      return second.reason != .known ? second : (1 - dominant, .known)
    }
  }
}
