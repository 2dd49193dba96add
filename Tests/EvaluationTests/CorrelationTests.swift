import Indicators
import Semantics
import Source
import Syntax
import TestSupport
import Testing

@testable import Evaluation

/// Ties and chances against closed forms and an independent simulation, and what a tie leaves as it was.
@Suite struct CorrelationTests {
  private static let declared = """
    param a = normal(6, 1)
    param b = lognormal(5, 0.4)
    param c = triangular(0, 1, 4)
    alias 甲 = a
    alias 乙 = b
    alias 丙 = c

    """

  /// The rank correlations of samples are those written: with 10,000 of them the standard error is at most 0.01.
  ///
  /// python3 -c "
  /// import numpy as np; from scipy.stats import spearmanr, norm, lognorm, triang
  /// g=np.random.default_rng(1); r=2*np.sin(np.pi*.6/6); z=g.standard_normal((2,10**6)); y=r*z[0]+np.sqrt(1-r*r)*z[1]
  /// print(spearmanr(6+z[0], 5*np.exp(.4*y))[0], spearmanr(z[0], triang(.25,0,4).ppf(norm.cdf(y)))[0])"
  /// 0.5999 0.5999
  @Test(arguments: [0.6, -0.35, 0.9]) func samplesHaveTheRankCorrelationWritten(_ rank: Double) throws {
    let tied = try samples("correlate a, b, c = \(rank)")
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      #expect(abs(spearman(tied[first], tied[second]) - rank) < 0.03)
    }
  }

  /// Names that no statement ties stay independent, and one and minus one tie all the way.
  @Test func tiesBindWhatTheyNameAndNothingElse() throws {
    let tied = try samples("correlate a, b = -1")
    #expect(abs(spearman(tied[0], tied[1]) + 1) < 1e-9)
    #expect(abs(spearman(tied[0], tied[2])) < 0.03)
    let alike = try samples("correlate a, c = 100%")
    #expect(abs(spearman(alike[0], alike[2]) - 1) < 1e-9)
  }

  /// The first name keeps every draw, and the others their distributions: the largest distance between the two empirical
  /// distributions of 10,000 samples is below 0.0272 but once in a thousand (1.949·√(2/10,000), Kolmogorov and Smirnov).
  @Test func tiesMoveNoMarginal() throws {
    let (free, tied) = (try samples(""), try samples("correlate a, b = 0.8\ncorrelate a, c = -0.4"))
    #expect(free[0] == tied[0])
    for name in [1, 2] {
      #expect(free[name] != tied[name])
      #expect(distance(free[name], tied[name]) < 0.0272)
    }
  }

  /// Adding a third name moves neither of the first two.
  @Test func aFurtherTieMovesNoEarlierDraw() throws {
    let (two, three) = (try samples("correlate a, b = 0.8"), try samples("correlate a, b = 0.8\ncorrelate b, c = 0.5"))
    #expect(two[0] == three[0])
    #expect(two[1] == three[1])
    #expect(two[2] != three[2])
  }

  /// The chance of a sum and joint chances are those of the bivariate and trivariate normal distribution.
  ///
  /// python3 -c "
  /// from math import sin,pi,sqrt; from scipy.stats import norm, multivariate_normal as m
  /// c=2*sin(pi*.6/6); d=2*sin(pi*.5/6)
  /// print(100*norm.sf(1/sqrt(5+4*c)), 100*m.cdf([-.5,-.25],[0,0],[[1,c],[c,1]]), 100*norm.sf(.5)*norm.sf(.25),
  ///   100*m.cdf([-.5,-.25,0],[0]*3,[[1,d,d],[d,1,d],[d,d,1]]))"
  @Test func chancesOfTiedParamsAreThoseOfTheNormalDistribution() {
    let script = """
      param a = normal(6%, 1pp)
      param b = normal(5%, 2pp)
      param c = normal(0%, 1pp)
      scenario 松 { otherwise missing }
      scenario 两 { correlate a, b = 0.6 }
      scenario 三 { correlate a, b, c = 0.5 }
      show chance(a >= 6.5% and b >= 5.5%) under 松, 两
      show chance(a >= 6.5% and b >= 5.5% and c >= 0%) under 三
      show chance((a / 1%) + (b / 1%) >= 12) under 两
      """
    let numbers = ScriptRun(Array(script.utf8), samples: 40_000).numbers
    let expected = [[12.3814, 21.6617], [16.3842], [35.7247]]
    for (row, exact) in zip(numbers, expected) { #expect(Self.isNear(row, exact, samples: 40_000)) }
  }

  /// Rates of two series are tied at the same region and year; targets have the chances of a simulation with numpy.
  ///
  /// python3 -c "
  /// import numpy as np; g=np.random.default_rng(5); c=2*np.sin(np.pi*.7/6); z=g.standard_normal((2,2,4*10**6))
  /// y=c*z[0]+np.sqrt(1-c*c)*z[1]; x=100*np.prod(1.05+.02*z[0],axis=0); y=100*np.prod(1.04+.03*y,axis=0)
  /// print(100*(x>=110).mean(), 100*(y>=108).mean(), 100*((x>=110)&(y>=108)).mean())"
  @Test func targetsHaveTheChancesOfAnIndependentSimulation() throws {
    let script = """
      use "s.csv"
      target 甲 >= 110 by 2025
      target 乙 >= 108 by 2025
      correlate 甲, 乙 = 0.7
      scenario s {
        甲 grows normal(5%, 2pp) per year
        乙 grows normal(4%, 3pp) per year
      }
      show targets at chance under s
      """
    let run = ScriptRun(Array(script.utf8), files: ["s.csv": "指标,2023年\n甲,100\n乙,100\n"], samples: 40_000)
    #expect(run.findings.isEmpty)
    #expect(Self.isNear(run.numbers[0], [53.0393, 51.0373], samples: 40_000))
    let note = try #require(run.answers().split(separator: "\n").last { $0.contains("together") })
    let joint = try #require(note.split(separator: " ").lazy.compactMap { Double($0.dropLast()) }.first)
    #expect(Self.isNear([joint], [39.7497], samples: 40_000))
  }

  /// Whether shares in percent lie within five standard errors of `exact`, and of the last digit printed.
  private static func isNear(_ shares: [Double?], _ exact: [Double], samples: Int) -> Bool {
    guard shares.count == exact.count else { return false }
    return zip(shares, exact).allSatisfy { share, exact in
      guard let share else { return false }
      let error = (exact * (100 - exact) / Double(samples)).squareRoot()
      return abs(share - exact) < 5 * error + 0.05
    }
  }

  /// Returns the samples of 甲, 乙 and 丙 where `ties` stand beside the params.
  private func samples(_ ties: String) throws -> [[Double]] {
    let text = SourceText(id: SourceID(0), name: "case.gf", bytes: Array((Self.declared + ties).utf8))
    let parsed = parse(text)
    let unit = ScriptUnit(syntax: parsed.script, text: text, qualifier: nil, isMain: true)
    let catalogue = Catalogue(units: .standard, names: NameTable(), sheets: [])
    let (program, findings) = check([unit], catalogue: catalogue, settings: [])
    try #require(!findings.contains { $0.severity == .error })
    var evaluator = Evaluator(program: program, catalogue: catalogue, texts: [text], language: .english)
    return program.aliases.map { alias in
      var values: [Double] = []
      _ = evaluator.sample(alias.formula, in: .actual) { cube, _ in values += cube.values }
      return values
    }
  }

  private func ranks(_ values: [Double]) -> [Double] {
    var ranks = Array(repeating: 0.0, count: values.count)
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[index] = Double(rank)
    }
    return ranks
  }

  /// Returns the correlation of the ranks of numbers that are all different.
  private func spearman(_ first: [Double], _ second: [Double]) -> Double {
    let n = Double(first.count)
    let sum = zip(ranks(first), ranks(second)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * sum / (n * (n * n - 1))
  }

  /// Returns the largest distance between the empirical distributions of two sets of samples of one size.
  private func distance(_ first: [Double], _ second: [Double]) -> Double {
    let (first, second) = (first.sorted(), second.sorted())
    var (one, other, largest) = (0, 0, 0)
    while one < first.count, other < second.count {
      if first[one] <= second[other] { one += 1 } else { other += 1 }
      largest = max(largest, abs(one - other))
    }
    return Double(largest) / Double(first.count)
  }
}
