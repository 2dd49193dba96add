import TestSupport
import Testing

@testable import Indicators

/// Targets that are scanned in blocks are those that reading row by row gives, printed text, place and text columns included.
@Suite struct TargetScanTests {
  private static let cells = [
    "12.5", "7", "0", "-3", "100000000", "1234567.1234567", "3.", "\"8.25\"", "\"9,000\"", "", " ", "/", "—", "≥5",
    "增长3%", "5万元",
    "前3名", "稳步提升", "1e3", "007.5", "1 000",
  ]
  private static let directions = ["up", "down", "越高越好", "", "sideways", "—"]

  /// Returns rows of targets, nine out of ten of which are numbers alone.
  private func rows(_ count: Int, _ random: inout SeededGenerator, _ cell: (Int, String, String, String) -> String)
    -> String
  {
    var lines: [String] = []
    for row in 0..<count {
      let isPlain = Int.random(in: 0..<10, using: &random) > 0
      let target = isPlain ? "\(Double(Int.random(in: 1...9999, using: &random)) / 4)" : Self.pick(Self.cells, &random)
      let direction = Int.random(in: 0..<8, using: &random) > 0 ? "up" : Self.pick(Self.directions, &random)
      let unit = Int.random(in: 0..<30, using: &random) == 0 ? Self.pick(["万元", "%"], &random) : ""
      lines.append(cell(row, target, direction, unit))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pick(_ texts: [String], _ random: inout SeededGenerator) -> String {
    texts[Int.random(in: texts.indices, using: &random)]
  }

  /// Expects the same of `text` in parts of any size, and returns its targets.
  private func targets(_ text: String, _ mappings: [SheetMapping] = []) -> [SheetTarget] {
    let expected = read(Array(text.utf8), mappings, partSize: 0)
    for partSize in [1 << 19, text.utf8.count / 3, 60] {
      let parted = read(Array(text.utf8), mappings, partSize: partSize)
      #expect(Array(parted.reading.sheet.targets) == Array(expected.reading.sheet.targets), "\(partSize): \(text)")
      #expect(parted.reading.sheet.targets.attributes == expected.reading.sheet.targets.attributes)
      #expect(describe(parted.reading, names: parted.names) == describe(expected.reading, names: expected.names))
    }
    return Array(expected.reading.sheet.targets)
  }

  @Test func targetsAloneAreReadAsRowByRow() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<12 {
      let text = rows(60, &random) { row, target, direction, _ in "R\(row % 7),I\(row % 5),\(direction),\(target)" }
      let found = targets(
        "region,indicator,dir,target\n" + text, mappings("target = \"target\", better = \"dir\", period = 2030"))
      #expect(found.count > 40)
    }
  }

  @Test func targetsBesideValuesOwnersAndUnitsAreReadAsRowByRow() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<12 {
      let text = rows(60, &random) { row, target, direction, unit in
        "R\(row % 7),I\(row % 5),\(unit),甲局\(row % 3),\(["约束性", "预期性"][row % 2]),\(row % 9 == 0 ? "…" : "\(row)"),\(target),\(direction)"
      }
      let found = targets(
        "地区,指标,单位,责任单位,指标属性,2024年,2025年目标,方向\n" + text, mappings("better = \"方向\""))
      #expect(found.count > 40 && found.contains { $0.attributes.owners == ["甲局1"] })
    }
  }

  @Test func targetsOfYearsAcrossAreReadAsRowByRow() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<8 {
      let text = rows(60, &random) { row, target, _, _ in "R\(row % 7),I\(row % 5),\(row),\(target),\(row + 1)" }
      #expect(targets("地区,指标,2024年,2025年目标,2026年目标\n" + text).count > 90)
    }
  }
}
