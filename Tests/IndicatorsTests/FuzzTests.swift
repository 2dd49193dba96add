import Foundation
import Testing
import Units

@testable import Indicators

/// Reads bytes that nobody meant as a sheet; every one is answered, and the answer holds together.
@Suite struct FuzzTests {
  /// Checks that the parts of a sheet fit each other.
  private func check(_ bytes: [UInt8], _ label: String) {
    let (reading, names) = read(bytes)
    check(reading, names, label)
  }

  private func check(_ reading: SheetReading, _ names: NameTable, _ label: String) {
    let sheet = reading.sheet
    let cells = sheet.observations
    let lengths = [
      cells.indicator.count, cells.period.count, cells.reason.count, cells.decimals.count, cells.line.count,
      cells.column.count, cells.rowStart.count,
    ]
    #expect(lengths.allSatisfy { $0 == cells.count }, "\(label)")
    #expect(cells.members.count == sheet.dimensions.count, "\(label)")
    #expect(cells.members.allSatisfy { $0.count == cells.count }, "\(label)")
    #expect(cells.indicator.allSatisfy { sheet.indicators.indices.contains(Int($0)) }, "\(label)")
    #expect(
      (0..<cells.count).allSatisfy { sheet.text(ofObservation: $0).utf8.count <= 3 * sheet.bytes.count }, "\(label)")
    #expect(zip(cells.value, cells.reason).allSatisfy { $0.isFinite || $1 != .known }, "\(label)")
    #expect(sheet.targets.allSatisfy { !$0.conditions.isEmpty && $0.members.count == sheet.dimensions.count })
    let catalogue = Catalogue(units: .standard, names: names, sheets: [sheet])
    for indicator in sheet.indicators.indices { _ = catalogue.cube(sheet: 0, indicator: indicator) }
    _ = describe(reading, names: names)
  }

  @Test func randomBytes() {
    var generator = SplitMix(seed: 1)
    for length in [0, 1, 2, 3, 7, 64, 500, 4000] {
      for _ in 0..<20 {
        check((0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }, "random \(length)")
      }
    }
  }

  @Test func wordsInAnyOrder() {
    var generator = SplitMix(seed: 2)
    let words = [
      "指标", "单位", "2022年", "2023年目标", "地区", "年份", "数值", ",", ",", ",", "\n", "\n", "\"", "\"\"", "(万元)", "(", ")", "5",
      "1,234",
      "%", "≥", "以上", "-", "/", "…", "增长", "下达", "前", "至", "三分之", "0", "99999999999", "e999", "\0", "\u{FFFD}", "\t",
      ";", "注：",
      "全省", "2022", "H1", "万", "亿", "个百分点", "\u{301}", "🏞️", "\r", "责任单位", "项目",
    ]
    for _ in 0..<600 {
      let text = (0..<Int(generator.next() % 60)).map { _ in words[Int(generator.next() % UInt64(words.count))] }
      check(Array(text.joined().utf8), text.joined())
      check(Array(("指标,单位,2022年,2023年目标\n甲," + text.joined()).utf8), text.joined())
    }
  }

  @Test func mutatedSheets() throws {
    var generator = SplitMix(seed: 3)
    let plan = Array(try Data(contentsOf: Places.plan.appending(path: "附表2.csv"))).prefix(1500)
    let long = Array("地区,指标,年份,数值,单位\n莲都区,人口(万人),2022年,1.5万,人\n青田县,人口,2023年,\"1,234\",%\n".utf8)
    for round in 0..<300 {
      var bytes = round % 2 == 0 ? Array(plan) : long
      for _ in 0..<(1 + Int(generator.next() % 8)) {
        let place = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        default: bytes.insert([0x22, 0x2C, 0x0A, 0x00, 0xFF][Int(generator.next() % 5)], at: place)
        }
      }
      check(bytes, "mutation \(round)")
    }
  }

  @Test func manyQuotesAndColumnsTakeLinearTime() {
    let quotes = Array(String(repeating: "\"a\n", count: 100_000).utf8)
    let columns = Array(
      ("指标" + String(repeating: ",2022年", count: 70_000) + "\nx" + String(repeating: ",1", count: 70_000)).utf8)
    let start = processorSeconds()
    // Reading them once is what is measured.
    let (reading, names) = read(quotes, [], partSize: 1 << 19)
    check(reading, names, "quotes")
    #expect(read(columns, [], partSize: 1 << 19).reading.sheet.observations.column.last == 65_536)
    #expect(processorSeconds() - start < 30)
  }

  /// The time that this thread has computed, to which other programs and tests do not add.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
