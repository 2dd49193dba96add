import Indicators
import Semantics

extension Grouping {
  /// Gives each of the known `cells` of a group its place in it: its rank, its part of the whole, or what it adds to
  /// the growth of the whole; the other `offsets` of the group keep the reason why they are missing.
  func place(
    _ function: AggregateFunction, _ cells: [Int], of offsets: [Int], _ value: Cube, _ second: Cube?,
    _ lowerFirst: Bool, _ result: inout Cube
  ) {
    for offset in offsets {
      let reason = value.reasons[offset] == .known ? second?.reasons[offset] ?? .known : value.reasons[offset]
      if reason != .known { result.reasons[offset] = reason }
    }
    let numbers = cells.map { value.values[$0] }
    let places: [Double]?
    switch function {
    case .rank: places = Kernels.ranks(numbers, ascending: lowerFirst).map { Double($0) }
    case .contribution:
      let before = second.map { second in cells.map { second.values[$0] } } ?? numbers
      let total = Kernels.sum(before)
      places = total > 0 ? zip(numbers, before).map { ($0 - $1) / total * 100 } : nil
    case .proportion:
      let total = Kernels.sum(numbers)
      places = total != 0 ? numbers.map { $0 / total * 100 } : nil
    case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .first, .last,
      .distinct, .list, .ratio, .correlation:
      places = nil
    }
    guard let places else { return }
    for (cell, place) in zip(cells, places) where place.isFinite {
      result.values[cell] = place
      result.reasons[cell] = .known
    }
  }
}
