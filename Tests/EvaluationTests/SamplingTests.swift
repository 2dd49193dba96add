import Indicators
import TestSupport
import Testing

@testable import Evaluation

/// Draws and distributions against published and independently computed numbers.
@Suite struct SamplingTests {
  /// The known answers of the Random123 library for philox4x32 with ten rounds.
  @Test func philoxGivesThePublishedAnswers() {
    let cases: [(counter: Philox.Block, key: SIMD2<UInt32>, draw: Philox.Block)] = [
      (Philox.Block(0, 0, 0, 0), SIMD2(0, 0), Philox.Block(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)),
      (
        Philox.Block(repeating: .max), SIMD2(repeating: .max),
        Philox.Block(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
      ),
      (
        Philox.Block(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), SIMD2(0xA409_3822, 0x299F_31D0),
        Philox.Block(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
      ),
    ]
    for (counter, key, draw) in cases { #expect(Philox.draw(counter, key: key) == draw) }
  }

  /// python3 -c "from scipy.stats import norm; [print(p, repr(norm.ppf(p))) for p in (1e-300,1e-10,.001,.05,.3,.5,.9,.999999)]"
  @Test func normalQuantilesAreThoseOfScipy() {
    let expected: [(Double, Double)] = [
      (1e-300, -37.0470962993612), (1e-10, -6.361340902404056), (0.001, -3.090232306167813),
      (0.05, -1.6448536269514729),
      (0.3, -0.5244005127080409), (0.5, 0), (0.9, 1.2815515655446004), (0.999999, 4.753424308817087),
    ]
    for (share, value) in expected {
      #expect(abs(NormalDistribution.quantile(share) - value) <= 2e-15 * max(1, abs(value)))
    }
    for share in stride(from: 0.01, to: 1, by: 0.01) {
      #expect(abs(NormalDistribution.share(below: NormalDistribution.quantile(share)) - share) < 1e-15)
    }
  }

  /// python3 -c "from scipy.stats import beta; print([repr(beta.ppf(p,a,b)) for p,a,b in ((.5,8,2),(.05,1.5,4.5),(.95,1.5,4.5),(.3,.5,.5),(.9,30,70))])"
  @Test func betaQuantilesAreThoseOfScipy() {
    let expected: [(share: Double, a: Double, b: Double, value: Double)] = [
      (0.5, 8, 2, 0.820380388019639), (0.05, 1.5, 4.5, 0.036447268045388836), (0.95, 1.5, 4.5, 0.5628446105349781),
      (0.3, 0.5, 0.5, 0.2061073738537634), (0.9, 30, 70, 0.359434740999984),
    ]
    for row in expected {
      #expect(abs(BetaDistribution.quantile(row.share, a: row.a, b: row.b) - row.value) < 1e-12)
    }
  }

  /// Draws of one key are even: of 20,000, each tenth holds 2,000 within five standard deviations (42 each).
  @Test func uniformsAreEven() {
    let key = DrawKey(seed: 7, name: "农村增速", member: "莲都区")
    var counts = Array(repeating: 0, count: 10)
    for sample in 0..<20_000 { counts[Int(key.uniform(period: 3, sample: UInt32(sample)) * 10)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 2_000) < 212 })
    let other = DrawKey(seed: 7, name: "农村增速", member: "龙泉市")
    let same = (0..<100).filter {
      key.uniform(period: 3, sample: UInt32($0)) == other.uniform(period: 3, sample: UInt32($0))
    }
    #expect(same.isEmpty)
  }

  /// Rows of draws begin and end anywhere, between the two samples of one block too.
  @Test func aRowOfUniformsIsThatOfItsSamples() {
    let key = DrawKey(seed: 3, name: "x#0", member: "")
    for (start, count) in [(0, 64), (1, 64), (7, 1), (8, 1), (1023, 130), (1 << 20, 33)] {
      var row = Array(repeating: 0.0, count: count)
      row.withUnsafeMutableBufferPointer { row in
        if let row = row.baseAddress { key.fill(row, period: 9, from: start, count) }
      }
      #expect(row == (start..<start + count).map { key.uniform(period: 9, sample: UInt32($0)) })
    }
  }

  /// Shares of the middle, of both tails and of the far ones, one by one and in a row.
  @Test func aRowOfNormalQuantilesIsThatOfItsSharesToTheBit() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let shares = (0..<1_001).map { place -> Double in
        let share = Double.random(in: 0x1p-53..<1, using: &random)
        return place % 7 == 0 ? share * 1e-9 : place % 11 == 0 ? 0x1p-200 * share : share
      }
      var row = shares
      row.withUnsafeMutableBufferPointer { row in
        if let start = row.baseAddress { NormalDistribution.quantiles(start, row.count) }
      }
      #expect(zip(row, shares).allSatisfy { $0.bitPattern == NormalDistribution.quantile($1).bitPattern })
    }
  }

  /// The table gives what it is made of, at any depth of both tails and on the borders of its cells.
  @Test func normalQuantilesOfTheTableAreTheDirectOnes() {
    var random = SeededGenerator(seed: 6)
    for place in 0..<50_000 {
      let scale = Double(sign: .plus, exponent: -(place % 52), significand: 0.5)
      let depth =
        scale * (place % 5 == 0 ? Double(place / 5 % 32 + 32) / 64 : Double.random(in: 0.5...1, using: &random))
      let share = place % 2 == 0 ? depth : 1 - depth
      if share == 1 { continue }
      let direct = NormalDistribution.directQuantile(share)
      #expect(abs(NormalDistribution.quantile(share) - direct) <= 2e-15 * abs(direct), "\(share)")
    }
    #expect(NormalDistribution.quantile(0.5) == 0)
  }

  /// Truths are counted by several at once, known or not; what never comes about is known and not met.
  @Test func talliesAreThoseOfEachCell() {
    var random = SeededGenerator(seed: 8)
    for count in [1, 3, 4, 127, 128, 1_000] {
      for reasons in [[MissingReason.known], [.known, .never], [.known, .never, .undefined]] {
        let values = (0..<count).map { _ in Double(Int.random(in: 0...1, using: &random)) }
        let why = (0..<count).map { _ in reasons.randomElement(using: &random) ?? .known }
        let cube = Cube(axes: [Axis(.sample, (0..<count).map { .row(Int32($0)) })], values: values, reasons: why)
        let tally = cube.withRow { $0.tally(count) }
        #expect(tally.known == why.count { $0 == .known || $0 == .never })
        #expect(tally.met == zip(values, why).count { $0 == 1 && $1 == .known })
      }
    }
  }

  /// Quantiles by counting into bins are those by sorting: with ties, far values and few values.
  @Test func quantilesOfManyAreThoseBySorting() {
    var random = SeededGenerator(seed: 11)
    let shares = [0, 0.001, 0.05, 0.25, 0.5, 0.9, 0.95, 1]
    for round in 0..<24 {
      let count = [1, 2, 11, 8_192, 8_193, 20_000][round % 6]
      let values = (0..<count).map { place -> Double in
        let number = Double.random(in: -1...1, using: &random)
        return round % 4 == 0 ? (number * 4).rounded() : place == 3 && round % 4 == 1 ? 1e12 : number * number * number
      }
      let quick = values.withUnsafeBufferPointer { Kernels.quantiles($0, shares) }
      #expect(quick == shares.map { Kernels.quantile(values, $0) ?? .nan })
    }
  }
}
