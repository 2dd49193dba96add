import Reporting
import TestSupport
import Testing

/// What `solve` finds of random functions that rise, held against the functions themselves.
@Suite struct GoalSeekPropertyTests {
  /// Numbers that are the same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }

    /// A number of three decimals.
    mutating func number(_ range: ClosedRange<Double>) -> Double {
      (Double.random(in: range, using: &self) * 1000).rounded() / 1000
    }
  }

  private struct Rising {
    let cubic: Double
    let linear: Double
    let constant: Double

    func callAsFunction(_ place: Double) -> Double { cubic * place * place * place + linear * place + constant }
  }

  @Test func theNearestValueIsFound() throws {
    var generator = Generator(state: 2027)
    for _ in 0..<60 {
      let function = Rising(
        cubic: generator.number(0...2), linear: generator.number(0.1...5), constant: generator.number(-20...20))
      let (low, width) = (generator.number(-5...5), generator.number(0.5...8))
      let high = ((low + width) * 1000).rounded() / 1000
      let present = generator.number(low...high)
      let asked = (function(generator.number(low...high + width / 4)) * 1000).rounded() / 1000
      let run = ScriptRun(
        Array(
          """
          param k in \(low)..\(high) = \(present)
          solve k so that \(function.cubic) * k ^ 3 + \(function.linear) * k + \(function.constant) >= \(asked)
          """.utf8))
      #expect(run.diagnostics.isEmpty)
      let block = try #require(run.document.blocks.first)
      guard case .table(let table) = block.content else {
        Issue.record("no table")
        continue
      }
      let title = try #require(block.title).english
      guard function(present) < asked else {
        #expect(title.hasSuffix("met already"))
        continue
      }
      guard case .number(let found, _) = table.rows[0].cells[3], case .number(let reached, _) = table.rows[1].cells[3],
        case .number(let slope, _) = table.rows[1].cells[5]
      else {
        Issue.record("no numbers")
        continue
      }
      #expect((reached - function(found)).magnitude <= 1e-11 * max(1, reached.magnitude))
      let derivative = 3 * function.cubic * found * found + function.linear
      #expect((slope - derivative).magnitude <= 1e-6 * derivative)
      if function(high) < asked {
        #expect(title.hasSuffix("cannot be met"))
        #expect(found == high)
      } else {
        #expect(title.hasSuffix("solved"))
        #expect(found > present && function(found) >= asked - 1e-11 * asked.magnitude)
        #expect(function(found - 1e-6 * width) < asked)
      }
    }
  }
}
