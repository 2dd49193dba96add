import Foundation
import Testing

/// Compares every number in the tables of the examples about published panels with what pandas computes of the same files;
/// `Expected/figures.py` writes `Expected/figures.tsv`.
@Suite struct FigureTests {
  /// The numbers of one table, and what they are.
  struct Figures {
    let script: String
    let content: String
    let numbers: [Double?]
  }

  static func figures() throws -> [Figures] {
    let table = String(decoding: try bytes(ofFile: "Tests/ExamplesTests/Expected/figures.tsv"), as: UTF8.self)
    return table.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Figures(
        script: fields[0], content: fields[1],
        numbers: fields[2].split(separator: ",").map { $0 == "-" ? nil : Double($0) })
    }
  }

  @Test(arguments: ExampleScript.panels)
  func numbersAreThoseOfPandas(script: ExampleScript) throws {
    let expected = try Self.figures().filter { $0.script == script.name }
    let found = try script.run().numbers
    try #require(!expected.isEmpty && found.count == expected.count)
    for (table, figures) in zip(found, expected) {
      guard table.count == figures.numbers.count else {
        Issue.record("\(figures.content): \(table.count) numbers, not \(figures.numbers.count)")
        continue
      }
      for (index, (number, figure)) in zip(table, figures.numbers).enumerated() where !isClose(number, figure) {
        let (one, other) = (number.map { "\($0)" } ?? "missing", figure.map { "\($0)" } ?? "missing")
        Issue.record("\(figures.content): number \(index) is \(one), not \(other)")
      }
    }
  }
}

/// Whether both are missing, or share twelve digits.
private func isClose(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-12 * max(abs(first), abs(second)) + 1e-13
}
