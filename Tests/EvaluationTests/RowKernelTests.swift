import Indicators
import Syntax
import TestSupport
import Testing

@testable import Evaluation

/// Loops over rows of cells against the plainest loop that does the same, cell by cell.
@Suite struct RowKernelTests {
  private var random = SeededGenerator(seed: 23)

  /// Truth values of which some are missing, and some because what they tell of never comes about.
  @Test mutating func talliesAreThoseOfCellByCell() {
    for round in 0..<60 {
      let count = Int.random(in: 0...700, using: &random)
      let cells = truths(count, isKnown: round % 3 == 0)
      let found = cells.withRow { $0.tally(count) }
      let known = (0..<count).filter { cells.reasons[$0] == .known }
      #expect(found.known == known.count + cells.reasons.count { $0 == .never })
      #expect(found.met == known.count { cells.values[$0] != 0 })
    }
  }

  /// The first of several verdicts that holds, where some or all of a verdict's samples are missing.
  @Test mutating func firstsAreThoseOfCellByCell() {
    for round in 0..<60 {
      let (count, periods) = (Int.random(in: 1...70, using: &random), Int.random(in: 1...5, using: &random))
      let verdicts = truths(count * periods, isKnown: round % 3 == 0)
      let codes = (0..<periods).map { Double(24_276 + 12 * $0) }
      var firsts = Cube(axes: samples(count), missing: .outsideData)
      verdicts.withRow { all in firsts.withMutableRow { $0.setFirsts(of: all, codes, count) } }
      for sample in 0..<count {
        let own = (0..<periods).map { verdicts[$0 * count + sample] }
        if let place = own.firstIndex(where: { $0.map { $0 != 0 } ?? false }) {
          #expect(firsts[sample] == codes[place])
        } else {
          #expect(firsts.reasons[sample] == (own.contains { $0 != nil } ? .never : .outsideData))
        }
      }
    }
  }

  /// Numbers that differ much, by their last digits and not at all, infinite ones, and missing ones.
  @Test mutating func comparisonsAreThoseAtTwelveDigits() {
    for round in 0..<40 {
      let count = Int.random(in: 1...90, using: &random)
      let (first, second) = (
        numbers(count, isKnown: round % 2 == 0), numbers(round % 4 == 1 ? 1 : count, isKnown: true)
      )
      for comparator in [Comparator.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual] {
        let found = first.compared(comparator, with: second)
        for place in 0..<count {
          let other = second.axes.isEmpty ? 0 : place
          let reason = first.reasons[place] == .known ? second.reasons[other] : first.reasons[place]
          #expect(found.reasons[place] == reason)
          guard reason == .known else { continue }
          let order = compareAtTwelveDigits(first.values[place], second.values[other])
          #expect(found.values[place] == (comparator.holds(order) ? 1 : 0))
        }
      }
    }
  }

  private func samples(_ count: Int) -> [Axis] { [Axis(.sample, (0..<count).map { .row(Int32($0)) })] }

  private mutating func truths(_ count: Int, isKnown: Bool) -> Cube {
    let values = (0..<count).map { _ in Bool.random(using: &random) ? 1.0 : 0 }
    let reasons = (0..<count).map { _ -> MissingReason in
      isKnown ? .known : [.known, .known, .never, .undefined][Int.random(in: 0..<4, using: &random)]
    }
    return Cube(axes: samples(count), values: values, reasons: reasons)
  }

  private mutating func numbers(_ count: Int, isKnown: Bool) -> Cube {
    let values = (0..<count).map { _ -> Double in
      let base = [0.0, 1, 27, 1e9, -27, 0.3][Int.random(in: 0..<6, using: &random)]
      return base * [1, 1, 1 + 1e-15, 1 + 1e-12, 1 + 3e-11, 1.5][Int.random(in: 0..<6, using: &random)]
    }
    let reasons = (0..<count).map { _ -> MissingReason in
      isKnown || Bool.random(using: &random) ? .known : .notReported
    }
    return Cube(axes: count == 1 ? [] : samples(count), values: values, reasons: reasons)
  }

  @Test func zerosAreCounted() {
    var random = SeededGenerator(seed: 23)
    for count in [0, 1, 31, 32, 33, 8_159, 8_160, 8_193, 30_000] {
      for share in [1, 2, 200] {
        let bytes = (0..<count).map { _ in UInt8(clamping: Int.random(in: 0..<share, using: &random)) }
        #expect(bytes.withUnsafeBytes { Kernels.zeroCount($0) } == bytes.count { $0 == 0 })
      }
    }
  }
}
