import Foundation
import Testing

@testable import Evaluation
@testable import Semantics
@testable import Source

/// Compares distributions with those of scipy; `Tests/Corpus/differential/distributions.py` writes the numbers.
@Suite struct DistributionDifferentialTests {
  private struct Line {
    let name: String
    let arguments: [Double]
    let share: Double
    let quantile: Double
    let mean: Double
    let deviation: Double

    /// The distribution; its expressions do not matter, since their numbers are `arguments`.
    var form: DistributionCall.Form {
      let any = CheckedExpression(.missing, .invalid, SourceRange(SourceID(0), 0, 0))
      return switch name {
      case "interval": .interval(any, any)
      case "normal": .normal(any, any)
      case "lognormal": .lognormal(any, any)
      case "uniform": .uniform(any, any)
      case "triangular": .triangular(any, any, any)
      case "pert": .pert(any, any, any)
      case "beta": .beta(any, any)
      case "choose": .choose([(any, 0.3), (any, 0.5), (any, 0.2)])
      default: preconditionFailure("no distribution is called \(name)")
      }
    }
  }

  private static func lines() throws -> [Line] {
    let table = DifferentialTests.folder.appending(path: "distributions.tsv")
    return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      let numbers = fields[2...].compactMap { Double($0) }
      return Line(
        name: fields[0], arguments: fields[1].split(separator: ",").compactMap { Double($0) }, share: numbers[0],
        quantile: numbers[1], mean: numbers[2], deviation: numbers[3])
    }
  }

  @Test func quantilesAreThoseOfScipy() throws {
    let lines = try Self.lines()
    #expect(Set(lines.map(\.name)).count == 8)
    for line in lines {
      let found = try #require(line.form.value(above: line.share, line.arguments))
      let size = line.arguments.map(abs).max() ?? 1
      #expect(
        abs(found - line.quantile) <= 1e-9 * max(abs(line.quantile), size * 1e-3),
        "\(line.name)\(line.arguments) at \(line.share): \(found), not \(line.quantile)")
    }
  }

  @Test func sharesAreTheInverse() throws {
    for line in try Self.lines() where line.name != "choose" && (0.001...0.999).contains(line.share) {
      let share = try #require(line.form.share(line.arguments) { $0 < line.quantile })
      #expect(abs(share - line.share) < 1e-8, "\(line.name)\(line.arguments): \(share), not \(line.share)")
    }
  }

  /// Of 20,000 draws the mean lies within five standard errors, and so does the standard deviation, whose error is
  /// estimated from the draws' fourth moment.
  @Test func drawsHaveTheMomentsOfScipy() throws {
    let count = 20_000
    for line in try Self.lines() where line.share == 0.5 {
      let key = DrawKey(seed: 20_274, name: "\(line.name)\(line.arguments)", member: "")
      let draws = try (0..<count).map {
        try #require(line.form.value(above: key.uniform(period: 0, sample: UInt32($0)), line.arguments))
      }
      let mean = draws.reduce(0, +) / Double(count)
      let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
      let fourth = draws.reduce(0) { $0 + pow($1 - mean, 4) } / Double(count)
      #expect(abs(mean - line.mean) < 5 * line.deviation / Double(count).squareRoot(), "\(line.name)\(line.arguments)")
      let error = ((fourth - variance * variance) / Double(count)).squareRoot() / (2 * variance.squareRoot())
      #expect(abs(variance.squareRoot() - line.deviation) < 5 * error, "\(line.name)\(line.arguments)")
    }
  }
}
