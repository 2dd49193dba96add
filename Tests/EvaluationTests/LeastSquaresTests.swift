import Evaluation
import Foundation
import Testing

/// The certified values are those of the US National Institute of Standards and Technology; the exact ones are those of
/// rational arithmetic for the same doubles, by `Tests/Corpus/numbers/exact.py`.
struct LeastSquaresTests {
  /// The data set and the digits of the certified values that the doubles next to its decimals still determine.
  @Test(
    arguments: [
      ("Norris", 14), ("Pontius", 12.9), ("NoInt1", 14.7), ("NoInt2", 15), ("Longley", 14), ("Filip", 7.6),
      ("Wampler1", 15), ("Wampler2", 13), ("Wampler3", 14.8), ("Wampler4", 14.8), ("Wampler5", 14.8),
    ])
  func regressionsReachTheCertifiedValues(_ name: String, _ digits: Double) throws {
    let data = try ReferenceData("linear")
    let exact = try ReferenceData("exact")
    let y = data.numbers(name, "y")
    let columns = data.texts(name, "columns").map { column in
      let parts = column.split(separator: "^").map(String.init)
      let exponent = parts.count == 2 ? Double(parts[1]) ?? .nan : 1
      return column == "1" ? y.map { _ in 1 } : data.numbers(name, parts[0]).map { pow($0, exponent) }
    }
    let fit = try #require(Kernels.leastSquares(columns: columns, response: y))
    for (source, least) in [(data, digits), (exact, 14.7)] {
      let coefficients = source.numbers(name, "coefficients")
      try #require(fit.coefficients.count == coefficients.count && !coefficients.isEmpty)
      for (found, expected) in zip(fit.coefficients, coefficients) {
        #expect(agreeingDigits(found, expected) >= least, "\(name): \(found) for \(expected)")
      }
      let (deviation, share) = (source.numbers(name, "deviation"), source.numbers(name, "determination"))
      #expect(agreeingDigits(fit.residualStandardDeviation, deviation[0]) >= least, "\(name)")
      #expect(agreeingDigits(fit.determination, share[0]) >= least, "\(name)")
    }
  }

  @Test func aLineIsTheRegressionOnOneColumn() throws {
    let data = try ReferenceData("linear")
    let exact = try ReferenceData("exact").numbers("Norris", "coefficients")
    let line = try #require(Kernels.line(x: data.numbers("Norris", "x"), y: data.numbers("Norris", "y")))
    #expect(agreeingDigits(line.intercept, exact[0]) >= 15.5)
    #expect(agreeingDigits(line.slope, exact[1]) >= 15.5)
    var draws = Draws(seed: 8)
    for _ in 0..<300 {
      let x = (0..<12).map { _ in 2015 + draws.share() * 20 }
      let y = x.map { _ in draws.share() * 1e4 }
      let line = try #require(Kernels.line(x: x, y: y))
      let fit = try #require(Kernels.leastSquares(columns: [x.map { _ in 1 }, x], response: y))
      #expect(agreeingDigits(line.intercept, fit.coefficients[0]) >= 13)
      #expect(agreeingDigits(line.slope, fit.coefficients[1]) >= 13)
    }
  }

  @Test func aLineThroughPointsOnALineIsThatLine() throws {
    let years = (2015...2022).map(Double.init)
    let line = try #require(Kernels.line(x: years, y: years.map { 3 * $0 - 6000.5 }))
    #expect(line.slope == 3 && line.intercept == -6000.5)
    #expect(line.value(at: 2030) == 89.5)
    // The values at 1e9 + 1…3 are 0.1, 0.2 and 0.3; a sum of products would lose all digits.
    let far = try #require(Kernels.line(x: [1e9 + 1, 1e9 + 2, 1e9 + 3], y: [0.1, 0.2, 0.3]))
    #expect(agreeingDigits(far.slope, 0.1) >= 15 && agreeingDigits(far.value(at: 1e9 + 5), 0.5) >= 15)
  }

  @Test func whatHasNoFitHasNone() {
    #expect(Kernels.line(x: [], y: []) == nil && Kernels.line(x: [1], y: [1]) == nil)
    #expect(Kernels.line(x: [0.1, 0.1, 0.1], y: [1, 2, 3]) == nil)
    #expect(Kernels.line(x: [1, 2], y: [1, .infinity]) == nil && Kernels.line(x: [1, .nan], y: [1, 2]) == nil)
    #expect(Kernels.leastSquares(columns: [], response: [1, 2]) == nil)
    #expect(Kernels.leastSquares(columns: [[0, 0]], response: [1, 2]) == nil)
    #expect(Kernels.leastSquares(columns: [[1], [2]], response: [1]) == nil)
    #expect(Kernels.leastSquares(columns: [[1, 1, 1], [0.1, 0.1, 0.1]], response: [1, 2, 3]) == nil)
    #expect(Kernels.leastSquares(columns: [[1, 2, 3], [2, 4, 7], [3, 6, 10]], response: [1, 2, 4]) == nil)
    #expect(Kernels.leastSquares(columns: [[1, .nan]], response: [1, 2]) == nil)
  }

  @Test func asManyRowsAsColumnsLeaveNoDeviation() throws {
    let fit = try #require(Kernels.leastSquares(columns: [[1, 1], [0, 2]], response: [5, 11]))
    #expect(fit.coefficients == [5, 3])
    #expect(fit.residualStandardDeviation == nil && fit.determination == 1)
    let flat = try #require(Kernels.leastSquares(columns: [[1, 1, 1]], response: [4, 4, 4]))
    #expect(flat.coefficients == [4] && flat.residualStandardDeviation == 0 && flat.determination == nil)
  }
}
