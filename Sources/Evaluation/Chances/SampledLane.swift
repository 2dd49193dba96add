import Indicators
import Units

/// The values of one cell by sample and period, in a cube of samples.
struct SampledLane {
  private let cube: Cube
  private let start: Int
  private let sampleStride: Int
  private let periodStride: Int
  /// The periods; empty for a value that has none.
  let periods: [Period]
  private let places: [Period: Int]

  /// Finds the cell at `point` in `cube`; nil where it has no such cell.
  ///
  /// Labels of dimensions that the cube lacks are passed over.
  init?(_ cube: Cube, at point: [Dimension: Label]) {
    self.cube = cube
    var start = 0
    var stride = 1
    var strides: [Dimension: Int] = [:]
    for axis in cube.axes.reversed() {
      strides[axis.dimension] = stride
      if axis.dimension != .period, axis.dimension != .sample {
        guard let label = point[axis.dimension], let place = axis.labels.firstIndex(of: label) else { return nil }
        start += place * stride
      }
      stride *= axis.labels.count
    }
    self.start = start
    sampleStride = strides[.sample] ?? 0
    periodStride = strides[.period] ?? 0
    periods = cube.periods
    places = Dictionary(periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what is known of the period at `place` in the sample counted from 0 within the cube's block.
  private func observation(_ sample: Int, _ place: Int) -> (value: Double?, reason: MissingReason) {
    let offset = start + sample * sampleStride + place * periodStride
    return (cube[offset], cube.reasons[offset])
  }

  /// Returns the value of `period` in a sample: as it stands there, else as its parts make it.
  func value(of period: Period, sample: Int, kind: IndicatorKind?) -> Double? {
    if periods.isEmpty { return observation(sample, 0).value }
    if let place = places[period], let value = observation(sample, place).value { return value }
    guard periods.contains(where: { $0.frequency.perYear > period.frequency.perYear && period.contains($0) }) else {
      return nil
    }
    let observations = periods.indices.map { place -> Observation in
      let (value, reason) = observation(sample, place)
      return (periods[place], value, reason)
    }
    return TargetSeries(observations, kind: kind).whole(period).value
  }
}
