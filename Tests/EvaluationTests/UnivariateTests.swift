import Evaluation
import Foundation
import TestSupport
import Testing

/// The certified values are those of the US National Institute of Standards and Technology; the exact ones are those of
/// rational arithmetic for the same doubles, by `Tests/Corpus/numbers/exact.py`.
struct UnivariateTests {
  /// The data sets with the digits of the certified standard deviation that the doubles next to the data still determine.
  static let digits: [(name: String, deviation: Double)] = [
    ("PiDigits", 14.9), ("Lottery", 14.9), ("Lew", 14.8), ("Mavro", 13.1), ("Michelso", 13.8), ("NumAcc1", 16),
    ("NumAcc2", 15), ("NumAcc3", 9.4), ("NumAcc4", 8.2),
  ]

  @Test(arguments: digits)
  func summariesReachTheCertifiedValues(_ name: String, _ digits: Double) throws {
    let data = try ReferenceData("univariate")
    let exact = try ReferenceData("exact")
    var values = data.numbers(name, "data")
    try #require(values.count > 2)
    var draws = Draws(seed: 77)
    for _ in 0..<3 {
      #expect(agreeingDigits(Kernels.mean(values), data.numbers(name, "mean")[0]) >= 14.9)
      #expect(agreeingDigits(Kernels.mean(values), exact.numbers(name, "mean")[0]) >= 15.6)
      #expect(agreeingDigits(Kernels.standardDeviation(values), data.numbers(name, "stdev")[0]) >= digits)
      #expect(agreeingDigits(Kernels.standardDeviation(values), exact.numbers(name, "stdev")[0]) >= 15.6)
      draws.shuffle(&values)
    }
  }

  /// The same, through a script over a sheet with a region for each observation.
  @Test(arguments: digits)
  func scriptsReachTheCertifiedValues(_ name: String, _ digits: Double) throws {
    let data = try ReferenceData("univariate")
    var sheet = "region,indicator,period,value\n"
    for (index, value) in data.texts(name, "data").enumerated() { sheet += "n\(index),y,2023,\(value)\n" }
    let script = """
      use "s.csv"
      aggregate m = mean(y) over region
      aggregate s = stdev(y) over region
      show m
      show s
      """
    let found = ScriptRun(Array(script.utf8), files: ["s.csv": sheet]).numbers.map { $0.compactMap(\.self) }
    try #require(found.count == 2 && found[0].count == 1 && found[1].count == 1)
    #expect(agreeingDigits(found[0][0], data.numbers(name, "mean")[0]) >= 14.9)
    #expect(agreeingDigits(found[1][0], data.numbers(name, "stdev")[0]) >= digits)
  }

  @Test func quantilesOfAllTypesAreThoseOfTheirDefinitions() throws {
    let table = CorpusFile.folder.appending(path: "numbers/quantiles.tsv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 90)
    for line in lines {
      let fields = line.split(separator: "\t").map { $0.split(separator: ",").map { Double($0) ?? .nan } }
      let type = try #require(QuantileType(rawValue: Int(fields[0][0])))
      for (share, expected) in zip(fields[1], fields[3]) {
        let found = Kernels.quantile(fields[2], share, type: type)
        #expect(agreeingDigits(found, expected) >= 14, "type \(type.rawValue) at \(share) of \(fields[2])")
      }
    }
  }
}
