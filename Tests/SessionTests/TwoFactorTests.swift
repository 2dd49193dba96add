import Reporting
import Session
import Source
import TestSupport
import Testing

/// Two uncertain values that grow uncertainly, and their ratio, as numpy has them.
@Suite struct TwoFactorTests {
  /// python3 -c "
  /// import numpy as np
  /// g = np.random.default_rng(7); N = 4_000_000
  /// A, B = g.lognormal(np.log(1000), .10, N), g.lognormal(np.log(5000), .05, N); met = np.zeros(N, bool)
  /// for y in range(2025, 2037):
  ///     A *= 1 + g.normal(.04, .02, N); B *= 1 + g.normal(.01, .01, N); R = A / B * 100; met |= R >= 27
  ///     if y in (2025, 2036): print(y, R.mean(), R.std(), *np.percentile(R, [5, 50, 95]), (R >= 27).mean(), met.mean())"
  private static let expected: [String: [Double]] = [
    "2025": [
      20.725483800331734, 2.367606069116878, 17.07485274863418, 20.592440252702808, 24.83522388083424, 0.008632,
      0.008632,
    ],
    "2036": [
      28.628938975868262, 3.868561478043612, 22.73157771218557, 28.374084589356407, 35.39197970078648, 0.6439915,
      0.64748,
    ],
  ]

  /// Five standard errors of 20,000 samples: of a mean and a deviation that of a normal sample, of a quantile about three
  /// times and of a median 1.3 times the former, of a share that of a binomial count.
  private func tolerance(_ place: Int, _ row: [Double]) -> Double {
    let error = row[1] / 20_000.0.squareRoot()
    switch place {
    case 0, 1: return 5 * error
    case 2, 4: return 15 * error
    case 3: return 6.5 * error
    default: return 5 * (row[place] * (1 - row[place]) / 20_000).squareRoot()
    }
  }

  @Test func momentsQuantilesAndSharesAreThoseOfNumpy() throws {
    let script = """
      use "s.csv"
      alias r : % = a / b
      scenario s {
        a = lognormal(1000, 0.10) at 2024
        a grows normal(4%, 2pp) per year
        b = lognormal(5000, 0.05) at 2024
        b grows normal(1%, 1pp) per year
      }
      aggregate mid = mean(r) over sample
      aggregate dev = stdev(r) over sample
      aggregate low = quantile(r, 0.05) over sample
      aggregate med = median(r) over sample
      aggregate high = quantile(r, 0.95) over sample
      aggregate hit = first(period where r >= 27%) over period
      show mid, dev, low, med, high, chance(r >= 27%) / 100%, chance(hit <= period) / 100%
        at 2025..2036 by period under s
      """
    let run = ScriptRun(
      Array(script.utf8), files: ["s.csv": "indicator,2024\na,1000\nb,5000\n"], samples: 20_000)
    var met = 0
    for line in run.answers(.csv).split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: ",").map(String.init)
      guard let row = Self.expected[cells[0]] else { continue }
      met += 1
      let numbers = cells.dropFirst().compactMap(Double.init)
      try #require(numbers.count == row.count)
      for (place, number) in numbers.enumerated() {
        #expect(abs(number - row[place]) <= tolerance(place, row), "\(cells[0]) \(place): \(number)")
      }
    }
    #expect(met == 2)
  }
}
