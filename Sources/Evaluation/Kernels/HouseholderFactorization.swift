import Glibc

/// A tall matrix as an orthogonal matrix times an upper triangle, by Householder's reflections.
///
/// Orthogonal methods do not square the condition of the matrix, which the normal equations do. After G. H. Golub and
/// C. F. Van Loan, "Matrix Computations", section 5.2.
struct HouseholderFactorization {
  /// The reflectors, on and below the diagonal, and the triangle above it, by columns.
  private var columns: [[Double]]
  private var diagonal: [Double]

  /// Creates the factors of the matrix with these columns.
  ///
  /// Nil where a column is, but for rounding, a combination of those before it, or is longer than there are rows.
  ///
  /// - Requires: columns of equal length, of finite numbers.
  init?(_ columns: [[Double]]) {
    self.columns = columns
    diagonal = Array(repeating: 0, count: columns.count)
    guard let rowCount = columns.first?.count, rowCount >= columns.count else { return nil }
    let lengths = columns.map { length(of: $0[...]) }
    for step in columns.indices {
      let rest = length(of: self.columns[step][step...])
      guard rest > lengths[step] * Double(rowCount) * Double.ulpOfOne else { return nil }
      // The sign that does not cancel.
      diagonal[step] = self.columns[step][step] > 0 ? -rest : rest
      self.columns[step][step] -= diagonal[step]
      for later in columns.indices.dropFirst(step + 1) { reflect(&self.columns[later], at: step) }
    }
  }

  /// Mirrors `vector` at the plane of the reflector `step`.
  private func reflect(_ vector: inout [Double], at step: Int) {
    let reflector = columns[step]
    var product = 0.0
    for row in step..<vector.count { product += reflector[row] * vector[row] }
    // Half the squared length of the reflector is the product of its first element and −diagonal.
    let factor = product / (reflector[step] * diagonal[step])
    for row in step..<vector.count { vector[row] += factor * reflector[row] }
  }

  /// Returns the transposed orthogonal factor times `vector`.
  func rotated(_ vector: [Double]) -> [Double] {
    var result = vector
    for step in columns.indices { reflect(&result, at: step) }
    return result
  }

  /// Returns the orthogonal factor times `vector`.
  func rotatedBack(_ vector: [Double]) -> [Double] {
    var result = vector
    for step in columns.indices.reversed() { reflect(&result, at: step) }
    return result
  }

  /// Returns what the triangle turns into the first elements of `result`.
  func solved(_ result: ArraySlice<Double>) -> [Double] {
    var solution = Array(result)
    for row in columns.indices.reversed() {
      for column in columns.indices.dropFirst(row + 1) { solution[row] -= columns[column][row] * solution[column] }
      solution[row] /= diagonal[row]
    }
    return solution
  }

  /// Returns what the transposed triangle turns into `result`.
  func solvedTransposed(_ result: [Double]) -> [Double] {
    var solution = result
    for row in columns.indices {
      for column in 0..<row { solution[row] -= columns[row][column] * solution[column] }
      solution[row] /= diagonal[row]
    }
    return solution
  }
}

/// Returns the Euclidean length of `vector`.
private func length(of vector: ArraySlice<Double>) -> Double {
  sqrt(Kernels.squares(Array(vector), around: 0))
}
