import Indicators

/// The values of cells in a block of samples, each read once however many targets look at it.
struct SampledValues {
  /// The values by cell, period and sample.
  let cube: Cube
  private let count: Int
  private var known: [Key: [Double?]] = [:]

  private struct Key: Hashable {
    let point: [Dimension: Label]
    let period: Period
  }

  /// Creates the values that `cube` holds for `count` samples.
  init(_ cube: Cube, count: Int) {
    self.cube = cube
    self.count = count
  }

  /// Returns the value of `period` in the cell at `point` in each sample: as it stands there, else as its parts make it.
  mutating func values(of period: Period, at point: [Dimension: Label], kind: IndicatorKind?) -> [Double?] {
    let key = Key(point: point, period: period)
    if let values = known[key] { return values }
    let lane = SampledLane(cube, at: point)
    let values = (0..<count).map { lane?.value(of: period, sample: $0, kind: kind) }
    known[key] = values
    return values
  }

  /// Returns the values of the first sample, without samples.
  var first: Cube { cube.slice(.sample, at: .row(0)) }
}
