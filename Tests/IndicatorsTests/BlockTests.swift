import Source
import Testing
import Units

@testable import Indicators

/// The kernels of reading a sheet, against naive ones.
@Suite struct BlockTests {
  private let powers = PlainNumber.powersOfTen()

  @Test func plainNumbersAreThoseOfTheSlowReader() {
    var generator = SplitMix(seed: 11)
    let letters = Array("0123456789012345678901234567890123456789...--,e ".utf8)
    for round in 0..<20_000 {
      let length = Int(generator.next() % 20)
      var text = (0..<length).map { _ in letters[Int(generator.next() % UInt64(letters.count))] }
      // With and without the bytes that a whole word is read of.
      if round % 2 == 0 { text += Array(",next,row\n00000000000000000000000000".utf8) }
      text.withUnsafeBufferPointer { bytes in
        guard let number = PlainNumber(bytes, at: 0, powers) else { return }
        let expected = DecimalNumber(UnsafeBufferPointer(rebasing: bytes[..<number.end]))
        #expect(number.value == expected?.value, "\(String(decoding: text, as: UTF8.self))")
        #expect(number.value.sign == expected?.value.sign)
        #expect(number.decimals == expected?.decimals, "\(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test func everyNumberOfUpToFifteenDigitsIsPlain() {
    var generator = SplitMix(seed: 12)
    for _ in 0..<5_000 {
      let (whole, fraction) = (generator.next() % 100_000_000, generator.next() % 10_000_000)
      let text = Array("\(whole).\(fraction),".utf8)
      let padded = text + Array(repeating: 0x30, count: 24)
      // Eight digits or more are for the slow reader.
      #expect(
        padded.withUnsafeBufferPointer { $0.baseAddress.map { PlainNumber.length($0) } }
          == (whole < 10_000_000 ? text.count - 1 : -1))
      text.withUnsafeBufferPointer { bytes in
        let number = PlainNumber(bytes, at: 0, powers)
        #expect(number?.end == text.count - 1)
        #expect(number?.value == Double("\(whole).\(fraction)"))
      }
    }
  }

  @Test func textsAreNumberedAsByADictionary() {
    var generator = SplitMix(seed: 13)
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<20_000 {
      let start = bytes.count
      let length = Int(generator.next() % 24)
      // Two letters, and now and then a line break.
      for _ in 0..<length { bytes.append(generator.next() % 20 == 0 ? 0x0A : UInt8(0x61 + generator.next() % 2)) }
      ranges.append(start..<bytes.count)
    }
    var table = CodeTable()
    var interner = ByteInterner()
    var codes: [[UInt8]: Int] = [:]
    bytes.withUnsafeBufferPointer { buffer in
      for range in ranges {
        let text = Array(bytes[range])
        let expected = codes[text] ?? codes.count
        let isNew = codes.updateValue(expected, forKey: text) == nil
        #expect(table.known(buffer, range.lowerBound, range.upperBound) == (isNew ? -1 : expected))
        let found = table.code(buffer, range.lowerBound, range.upperBound)
        #expect(found.code == expected)
        if range.count < 8 {
          let mark = ByteWord(buffer, at: range.lowerBound).mark(range.count)
          #expect(table.known(mark) == (text.contains(0x0A) ? -1 : expected))
        }
        #expect(found.isNew == isNew)
        #expect(interner.find(buffer, range) == (isNew ? nil : expected))
        #expect(interner.intern(buffer, range).id == expected)
      }
    }
  }

  @Test func combinationsAreThoseOfASet() {
    var generator = SplitMix(seed: 17)
    var table = CombinationTable()
    var expected: Set<SIMD4<UInt16>> = []
    for _ in 0..<40 {
      var added: Set<SIMD4<UInt16>> = []
      for _ in 0..<500 {
        let members = SIMD4(
          UInt16(generator.next() % 30), UInt16(generator.next() % 30), 0, UInt16(generator.next() % 3) &* 0x7FFF)
        table.add(members)
        if expected.insert(members).inserted { added.insert(members) }
      }
      let taken = table.takeAdded()
      #expect(taken.count == added.count)
      #expect(Set(taken) == added)
    }
  }

  @Test func endsOfFieldsAreFound() {
    var generator = SplitMix(seed: 14)
    let letters: [UInt8] = [0x2C, 0x09, 0x0A, 0x0D, 0x00, 0x20, 0x41, 0x80, 0xFF, 0x0E, 0x2D, 0x2B]
    for _ in 0..<50_000 {
      let text = (0..<8).map { _ in letters[Int(generator.next() % UInt64(letters.count))] }
      text.withUnsafeBufferPointer { bytes in
        let expected = text.firstIndex { $0 == 0x2C || $0 < 0x0E } ?? 8
        #expect(ByteWord(bytes, at: 0).firstEnd(.repeating(0x2C)) == expected)
        #expect(ByteWord(bytes, at: 0).hasHigh == text.contains { $0 >= 0x80 })
      }
    }
  }
}

/// Large random sheets, read in parts and row by row, as a whole and only as far as a script needs.
@Suite struct PartedSheetTests {
  /// Writes rows with all that real sheets have: marks, empty cells, repeated cells, quotes, line breaks, units, notes.
  private func sheet(_ generator: inout SplitMix, rows: Int, isSorted: Bool = false) -> [UInt8] {
    let regions = ["甲县", "乙县", "\"丙,县\"", "10001", "丁 县", "\"戊\n县\"", ""]
    let indicators = ["产值(万元)", "收入", "人口（万人）", "x", "\"y\"\"z\"", "注：来源", ""]
    let values = [
      "1", "2.5", "-3", "", "-", "…", "保密", "1,5", "\"1,234.5\"", "12.3万元", "约三", "7e3", "0.000001", "98765432.1",
    ]
    let periods = ["2020", "2021年", "2022", "2022Q1", "去年", ""]
    let states = ["", "正式数", "初步数", "未公布"]
    var lines = ["地区,指标,年份,数值,状态"]
    func pick(_ words: [String], _ rare: UInt64) -> String {
      generator.next() % rare == 0
        ? words[Int(generator.next() % UInt64(words.count))] : words[Int(generator.next() % 2)]
    }
    for row in 0..<rows {
      switch generator.next() % 40 {
      case 0: lines.append("")
      case 1: lines.append("一、第\(row)部分")
      case 2: lines.append("注：单独一行")
      case 3: lines.append("甲县,收入")
      default:
        lines.append(
          [pick(regions, 6), pick(indicators, 9), pick(periods, 7), pick(values, 3), pick(states, 20)].joined(
            separator: ","))
      }
    }
    if isSorted { lines[1...].sort() }
    return Array(lines.joined(separator: generator.next() % 2 == 0 ? "\n" : "\r\n").utf8)
  }

  @Test func partsDoNotMatter() {
    var generator = SplitMix(seed: 15)
    for round in 0..<60 { _ = read(sheet(&generator, rows: 5 + round * 4, isSorted: round % 2 == 1)) }
  }

  /// Headings may tell periods, indicators or regions instead of rows, and cells come to stand in the same places of cubes.
  @Test(arguments: [
    "地区,指标,2020年,2021年,2022年", "地区,年份,产值(万元),收入,人口", "指标,年份,甲县,乙县,丙县", "地区,指标,年份,数值,目标值",
  ])
  func headingsMayTellWhatRowsDo(_ headings: String) {
    var generator = SplitMix(seed: 19)
    let texts = [
      "地区": ["甲县", "乙县", "\"丙,县\""], "指标": ["产值(万元)", "收入", "人口"], "年份": ["2020", "2021", "2022", "2023"],
    ]
    let columns = headings.split(separator: ",").map { texts[String($0)] }
    let values = ["1", "2.5", "-3.25", "", "…", "保密", "\"1,234.5\"", "约三"]
    for round in 0..<30 {
      var lines = [headings]
      for _ in 0..<(5 + round * 5) {
        // Some sheets have only numbers, and some hold most cells more than once.
        let cells = columns.map { texts in
          let cells = texts ?? (round % 3 == 0 ? ["\(generator.next() % 90)"] : values)
          return cells[Int(generator.next() % UInt64(cells.count))]
        }
        lines.append(cells.joined(separator: ","))
      }
      let text = Array(lines.joined(separator: "\n").utf8)
      _ = read(text)
      let (reading, names) = read(text, [], partSize: text.count / 3)
      let catalogue = Catalogue(units: .standard, names: names, sheets: [reading.sheet])
      for indicator in reading.sheet.indicators.indices {
        let (values, cube) = (
          catalogue.values(sheet: 0, indicator: indicator), catalogue.cube(sheet: 0, indicator: indicator).cube
        )
        #expect(values.axes == cube.axes && values.reasons == cube.reasons)
        #expect((0..<cube.count).allSatisfy { values[$0] == cube[$0] })
      }
    }
  }

  /// A sheet in GB18030 is gone through as it is, and says what it says in UTF-8.
  @Test func spellingDoesNotMatter() throws {
    var generator = SplitMix(seed: 18)
    for round in 0..<40 {
      let bytes = sheet(&generator, rows: 5 + round * 4, isSorted: round % 2 == 1)
      let encoded = try DecodingTests.encoded(String(decoding: bytes, as: UTF8.self), "GB18030")
      #expect(fieldedText(Bytes(encoded))?.bytes == Bytes(encoded))
      let (found, names) = read(encoded, [], partSize: round % 3 * 400)
      let (expected, expectedNames) = read(bytes)
      #expect(describe(found, names: names) == describe(expected, names: expectedNames))
      for cell in stride(from: 0, to: expected.sheet.observations.count, by: 3) {
        #expect(found.sheet.place(ofObservation: cell) == expected.sheet.place(ofObservation: cell))
      }
    }
  }

  /// A row whose first text begins a note is one where it has no number, in whatever column that text stands.
  @Test func notesBelowRowsWithTheSameTexts() {
    for first in ["", "\"\""] {
      let rows = ["甲县,注：来源,2020,1", "甲县,收入,2020,2", "甲县,收入,2020,", ",收入,2020,3", "\(first),注：来源,2020,"]
      let more = Array(repeating: "甲县,收入,2020,2", count: 4)
      let (reading, _) = read((["地区,指标,年份,数值"] + rows + more).joined(separator: "\n"))
      #expect(reading.sheet.notes.contains { $0.place.line == 6 && $0.kind == .footnote })
    }
  }

  /// What an indicator's unit is shows at its first number, whether or not its texts stood together before.
  @Test func theFirstNumberAfterEmptyCellsIsLookedAt() {
    for period in 2020...2022 {
      let known = (2020...2022).map { "甲县,产值,\($0),1" }
      let cells = (2020...2022).map { "甲县,收入,\($0),\($0 < period ? "" : $0 == period ? "5" : "12.3万元")" }
      let (reading, _) = read((["地区,指标,年份,数值"] + known + cells).joined(separator: "\n") + "\n" + known[0])
      #expect(reading.sheet.indicators.map { $0.unit?.symbol } == [nil, nil])
    }
  }

  /// Texts with quotes are read by themselves; there are more of them than a book has room for.
  @Test func manyTextsOfOddRowsAreToldApart() {
    let count = 36_000
    var lines = ["地区,指标,年份,数值"]
    for row in 0..<count { lines.append("\"县\"\"\(row)\",x,2020,\(row)\n县\(row % 7),x,2021,\(row)") }
    let (reading, names) = read(Array(lines.joined(separator: "\n").utf8), [], partSize: 1 << 16)
    let cells = reading.sheet.observations
    #expect(cells.count == 2 * count)
    for (index, block) in cells.blocks.enumerated() {
      for cell in stride(from: 0, to: block.count, by: 211) {
        let row = (cells.start(ofBlock: index) + cell) / 2
        let member = Member(code: block.book.members[0][block.member(0, of: cell, in: block.run(of: cell))])
        #expect(names[member] == ((cells.start(ofBlock: index) + cell) % 2 == 0 ? "县\"\(row)" : "县\(row % 7)"))
        #expect(block.values[cell] == Double(row))
      }
    }
  }

  @Test func whatIsNotNamedIsLeftOutAndNothingElse() {
    var generator = SplitMix(seed: 16)
    for _ in 0..<30 {
      let bytes = sheet(&generator, rows: 150)
      let (whole, names) = read(bytes, [], partSize: 500)
      var units = UnitTable.standard
      var otherNames = NameTable()
      let part = readSheet(
        Bytes(bytes), file: "t.csv", name: "t", mappings: [], units: &units, names: &otherNames,
        wanted: WantedIndicators(writtenIn: Array("alias 新 = '收入' * 2".utf8)), partSize: 500)
      #expect(part.sheet.indicators == whole.sheet.indicators)
      #expect(part.sheet.notes.map(\.reason.english) == whole.sheet.notes.map(\.reason.english))
      #expect(otherNames.names == names.names)
      let (all, few) = (
        Catalogue(units: .standard, names: names, sheets: [whole.sheet]),
        Catalogue(units: .standard, names: otherNames, sheets: [part.sheet])
      )
      for (index, indicator) in whole.sheet.indicators.enumerated() where indicator.name == "收入" {
        let (expected, found) = (all.cube(sheet: 0, indicator: index), few.cube(sheet: 0, indicator: index))
        #expect(found.cube.axes == expected.cube.axes)
        #expect(found.cube.values == expected.cube.values)
        #expect(found.cube.reasons == expected.cube.reasons)
        #expect(found.decimals == expected.decimals)
        #expect(few.values(sheet: 0, indicator: index).reasons == expected.cube.reasons)
      }
    }
  }
}
