import TestSupport
import Indicators
import Reporting
import Source

extension SeededGenerator {
  /// Returns a text of up to eight pieces that are hard on width, quoting or escaping.
  mutating func text() -> String {
    let pieces = [
      "a", "收", "，", "\"", ",", "\n", "\t", "|", "e\u{301}", "👍🏽", "=", "-", "'", "\\", " ", "\u{1B}[0m", "\u{202E}",
      "*",
    ]
    return (0..<Int.random(in: 0...8, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// Returns a number of any size, printed or computed, or one that is not finite.
  mutating func double() -> Double {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: Double(bitPattern: next())
    case 1: Double(Int.random(in: -99_999...99_999, using: &self))
    case 2: Double(Int.random(in: -999_999...999_999, using: &self)) / 100
    case 3: Double.random(in: -1...1, using: &self)
    case 4: 0
    default: Double.random(in: -1e5...1e5, using: &self)
    }
  }

  /// Returns a cell of any kind.
  mutating func cell() -> Cell {
    switch Int.random(in: 0..<9, using: &self) {
    case 8:
      .sparkline((0..<Int.random(in: 0...4, using: &self)).map { _ in Bool.random(using: &self) ? double() : nil })
    case 0: .text(text())
    case 1: .phrase(Phrase(text(), "达标"))
    case 2: .missing(MissingReason.allCases.randomElement(using: &self) ?? .known)
    case 3: .truth(Bool.random(using: &self))
    case 4: .empty
    case 5:
      .number(
        double(),
        NumberStyle(
          decimals: Bool.random(using: &self) ? Int.random(in: -3...20, using: &self) : nil,
          unit: Bool.random(using: &self) ? ["万元", "%", "=1", ""].randomElement(using: &self) : nil,
          mark: Bool.random(using: &self) ? .held : nil))
    default: .number(double())
    }
  }

  /// Returns a table of up to five columns and seven rows, some rows too short or too long.
  mutating func table() -> Table {
    let columns = (0..<Int.random(in: 1...5, using: &self)).map { _ in
      Column(
        Phrase(same: text()), unit: ["", "元", "%"].randomElement(using: &self) ?? "",
        alignment: Bool.random(using: &self) ? .leading : .trailing)
    }
    let rows = (0..<Int.random(in: 0...7, using: &self)).map { _ in
      let count = max(0, columns.count + Int.random(in: -1...1, using: &self))
      let kind: Row.Kind = Int.random(in: 0..<5, using: &self) == 0 ? .total : .body
      return Row((0..<count).map { _ in cell() }, kind: kind)
    }
    return Table(columns: columns, rows: rows)
  }
}
