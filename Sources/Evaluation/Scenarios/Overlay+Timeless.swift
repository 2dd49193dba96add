import Semantics

/// Values that have no periods.
extension Overlay {
  /// Lays assumptions over values without periods: the nearest layer's pin, then the shifts.
  mutating func layOverTimeless() {
    let pin = input.laid.indices.first { if case .pins = input.laid[$0].course.move { true } else { false } }
    let shifts = input.laid.indices.reversed().filter { input.laid[$0].course.isShift }
    let pattern = pin.map { result.sources.add([.assumed(input.laid[$0].stretch)]) } ?? 0
    for lane in 0..<lanes.count {
      values[lane].copy(pin.map { amounts[$0][0][lane] } ?? base[lane], count)
      result.sources.set(lane, to: pattern)
      for shift in shifts { apply(shift, to: values[lane], lane) }
    }
  }
}
