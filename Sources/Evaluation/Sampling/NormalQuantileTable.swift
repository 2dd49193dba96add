/// The quantiles of the standard normal distribution as polynomials, one for each of many cells of shares.
///
/// By symmetry a cell is told by how deep a share lies in its tail, itself or what it leaves of 1: each power of two down to
/// 2^-53 has 32 cells.
/// A polynomial gives the quantile over the distance of the share from one half, which comes near zero nowhere, so that
/// quantiles are right to their last digits, to about 2e-16 relative.
struct NormalQuantileTable: @unchecked Sendable {
  /// The only one.
  static let shared = NormalQuantileTable()

  /// The cell of the least depth: the exponent of a number and the first five bits of its fraction.
  private static let first = Int(0x1p-53.bitPattern >> 47)
  /// The cell that holds one half alone, behind all others.
  private static let last = Int(0.5.bitPattern >> 47)
  /// How many shares are worked at together, so that what is between stays near the processor.
  private static let partSize = 128

  /// The eight coefficients of each cell by twos, an even power beside an odd one.
  private let pairs: UnsafeMutablePointer<SIMD2<Double>>

  private init() {
    let cells = Self.last - Self.first
    pairs = .allocate(capacity: 4 * (cells + 1))
    let fit = ChebyshevFit(degree: 7)
    for cell in 0..<cells {
      let low = Double(bitPattern: UInt64(Self.first + cell) << 47)
      let width = low.ulp * 0x1p47
      // Evaluation counts places in halves of the first number's cell, which is 1/32 wide.
      let coefficients = fit.coefficients(unit: 0x1p-6) { place in
        let depth = low + width * (0.5 + place / 2)
        return NormalDistribution.directQuantile(depth) / (depth - 0.5)
      }
      for pair in 0..<4 {
        pairs[4 * cell + pair] = SIMD2(coefficients[2 * pair], coefficients[2 * pair + 1])
      }
    }
    // The quantile of one half is zero, whatever this is.
    (pairs + 4 * cells).initialize(repeating: .zero, count: 4)
  }

  /// Turns `count` shares into their quantiles.
  func quantiles(_ row: UnsafeMutablePointer<Double>, _ count: Int) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.partSize) { cells in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.partSize) { places in
        guard let cells = cells.baseAddress, let places = places.baseAddress else { return }
        for start in stride(from: 0, to: count, by: Self.partSize) {
          quantiles(row + start, min(Self.partSize, count - start), cells, places)
        }
      }
    }
  }

  /// Turns `count` shares into their quantiles, with room for as many cells, and places in them.
  private func quantiles(
    _ row: UnsafeMutablePointer<Double>, _ count: Int, _ cells: UnsafeMutablePointer<Int>,
    _ places: UnsafeMutablePointer<Double>
  ) {
    if Self.find(row, count, cells, places) {
      for index in 0..<count { row[index] = quantile(row[index], cells[index], places[index]) }
    } else {
      // Shares below those of draws are read one by one.
      for index in 0..<count {
        let isFound = Self.find(row + index, 1, cells, places)
        row[index] = isFound ? quantile(row[index], cells[0], places[0]) : NormalDistribution.directQuantile(row[index])
      }
    }
  }

  /// Finds the cells of `count` shares, and the places in them; returns whether the table has all of the cells.
  @inline(__always)
  private static func find(
    _ row: UnsafeMutablePointer<Double>, _ count: Int, _ cells: UnsafeMutablePointer<Int>,
    _ places: UnsafeMutablePointer<Double>
  ) -> Bool {
    var outside = 0
    for index in 0..<count {
      let (share, other) = (row[index], 1 - row[index])
      let bits = (other < share ? other : share).bitPattern
      // As the fraction of a number from 1 to 2.
      places[index] = Double(bitPattern: bits & 0x0000_7FFF_FFFF_FFFF | 0x3FF0_0000_0000_0000) - (1 + 0x1p-6)
      let cell = Int(truncatingIfNeeded: bits &>> 47)
      cells[index] = cell &- first
      outside |= (cell &- first) | (last &- cell)
    }
    return outside >= 0
  }

  /// Returns the quantile of the share at `place` in `cell`.
  @inline(__always)
  private func quantile(_ share: Double, _ cell: Int, _ place: Double) -> Double {
    let own = pairs + 4 &* cell
    let square = SIMD2(repeating: place * place)
    let sums = ((own[3] * square + own[2]) * square + own[1]) * square + own[0]
    return (share - 0.5) * (sums[0] + place * sums[1])
  }
}
