import Glibc

/// A linear combination of columns that comes nearest to a response, by least squares.
package struct LeastSquaresFit: Sendable {
  /// The factor of each column, in the order of the columns.
  package let coefficients: [Double]
  /// The square root of the sum of squared residuals over the degrees of freedom, count − columns; nil where there are none.
  package let residualStandardDeviation: Double?
  /// The share of the response's squares that the fit explains, R²; nil where the response does not vary.
  ///
  /// The squares are those around the mean where one of the columns is constant, else those of the response itself.
  package let determination: Double?
}

extension Kernels {
  /// Returns the combination of `columns` that is nearest to `response`; a column of ones gives the intercept.
  ///
  /// Nil where a column is a combination of the others, where there are fewer rows than columns, and where numbers are not
  /// finite or too large. The answer is good to about the last digit of a double for the columns as they are given, unless
  /// they are so nearly dependent that doubles cannot tell.
  ///
  /// - Requires: columns of the length of the response.
  package static func leastSquares(columns: [[Double]], response: [Double]) -> LeastSquaresFit? {
    guard (columns + [response]).allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    // A power of two changes no digit, and keeps large columns from hiding small ones.
    let scales = columns.map { column in
      let largest = column.map(\.magnitude).max() ?? 0
      return largest > 0 ? Double(sign: .plus, exponent: -largest.exponent, significand: 1) : 1
    }
    let scaled = zip(columns, scales).map { column, scale in column.map { $0 * scale } }
    guard let factors = HouseholderFactorization(scaled) else { return nil }
    var system = AugmentedSystem(columns: scaled, response: response)
    system.refine(factors)
    let coefficients = zip(system.solution, scales).map { $0 * $1 }
    guard coefficients.allSatisfy(\.isFinite) else { return nil }
    let hasConstant = columns.contains { column in column.allSatisfy { $0 == column[0] } }
    let unexplained = squares(system.residuals, around: 0)
    let freedom = response.count - columns.count
    return LeastSquaresFit(
      coefficients: coefficients,
      residualStandardDeviation: freedom > 0 ? sqrt(unexplained / Double(freedom)) : nil,
      determination: explainedShare(response, system.residuals, aroundMean: hasConstant))
  }

  /// Returns how much of the squares of `response` is in its part without `residuals`, or nil where all are zero.
  private static func explainedShare(_ response: [Double], _ residuals: [Double], aroundMean: Bool) -> Double? {
    func size(_ values: [Double]) -> Double { aroundMean ? squaresAroundMean(values) : squares(values, around: 0) }
    let (explained, all) = (size(zip(response, residuals).map { $0 - $1 }), size(response))
    guard all > 0, all.isFinite else { return nil }
    return min(1, explained / all)
  }
}

/// The equations of least squares with the residuals among the unknowns: residuals + columns · solution = response, and the
/// residuals are orthogonal to the columns.
///
/// What a first solution leaves of both is computed exactly and solved for again, which gains digits each time (Å. Björck,
/// "Iterative refinement of linear least squares solutions", BIT 7, 1967).
private struct AugmentedSystem {
  private let columns: [[Double]]
  private let response: [Double]
  private(set) var solution: [Double]
  private(set) var residuals: [Double]

  init(columns: [[Double]], response: [Double]) {
    self.columns = columns
    self.response = response
    solution = Array(repeating: 0, count: columns.count)
    residuals = Array(repeating: 0, count: response.count)
  }

  /// Solves, and improves the solution for as long as the corrections keep getting smaller.
  mutating func refine(_ factors: HouseholderFactorization) {
    var smallest = Double.infinity
    for _ in 0..<12 {
      let (change, residualChange) = correction(factors)
      let size = change.reduce(0) { max($0, $1.magnitude) }
      guard size < smallest else { return }
      smallest = size / 2
      solution = zip(solution, change).map { $0 + $1 }
      residuals = zip(residuals, residualChange).map { $0 + $1 }
    }
  }

  /// What is to be added to the solution and to the residuals.
  private func correction(_ factors: HouseholderFactorization) -> (solution: [Double], residuals: [Double]) {
    let remaining = response.indices.map { row in
      var exact = ExactAccumulator()
      exact.add(response[row])
      exact.add(-residuals[row])
      for (column, factor) in zip(columns, solution) { exact.add(productOf: column[row], -factor) }
      return exact.rounded
    }
    let oblique = columns.map { -Kernels.weightedSum(residuals, weights: $0) }
    let along = factors.solvedTransposed(oblique)
    let rotated = factors.rotated(remaining)
    let change = factors.solved(ArraySlice(zip(rotated, along).map { $0 - $1 }))
    return (change, factors.rotatedBack(along + rotated.dropFirst(along.count)))
  }
}
