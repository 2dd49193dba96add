import Source
import Testing

@testable import Indicators

/// Splits delimited texts: the rules of RFC 4180, and what files do beside them.
@Suite struct DelimitedTests {
  private func records(_ text: String, _ delimiter: Character = ",") -> [[String]] {
    let bytes = Array(text.utf8)
    var scanner = RecordScanner(Bytes(bytes), delimiter: delimiter.asciiValue ?? 0x2C)
    var records: [[String]] = []
    while scanner.next() {
      let record = scanner.record
      records.append(
        (0..<record.count).map {
          FieldCoding.utf8.text(Bytes(bytes), record.range($0), isEscaped: record.isEscaped[$0])
        })
    }
    return records
  }

  @Test(
    arguments: [
      // RFC 4180, section 2, rules 1 to 7
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (
        "field_name,field_name,field_name\r\naaa,bbb,ccc\r\n",
        [["field_name", "field_name", "field_name"], ["aaa", "bbb", "ccc"]]
      ),
      ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      // csv-spectrum
      ("first,last\nJohn,\"120 any st., Anytown, WW\"", [["first", "last"], ["John", "120 any st., Anytown, WW"]]),
      ("a,b,c\n1,\"\",\"\"\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
      ("key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"", [["key", "val"], ["1", "{\"type\": \"Point\"}"]]),
      ("a,b,c\n\"Once upon\na time\",5,6", [["a", "b", "c"], ["Once upon\na time", "5", "6"]]),
      ("a,b\n1,ʤ", [["a", "b"], ["1", "ʤ"]]),
      // Beside the rules
      ("a,b\rc,d\r\re,f", [["a", "b"], ["c", "d"], ["e", "f"]]),
      (" a , b ", [[" a ", " b "]]),
      ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
      ("\"a\" ,b", [["a", "b"]]),
      ("\"\"\"\"\n\"\"\"a\"\"\"", [["\""], ["\"a\""]]),
      ("a\"b,c\"d", [["a\"b", "c\"d"]]),
      ("", []),
      ("\n\n\r\n", []),
      (",", [["", ""]]),
      ("\"a", [["\"a"]]),
      ("\"", [["\""]]),
      ("x,\"a,b\ny,z", [["x", "\"a", "b"], ["y", "z"]]),
    ] as [(String, [[String]])])
  func splits(text: String, expected: [[String]]) {
    #expect(records(text) == expected)
  }

  @Test func linesCountEveryKindOfBreak() {
    let bytes = Array("a\n\r\n\"b\nb\rb\r\nb\"\rc\n".utf8)
    var scanner = RecordScanner(Bytes(bytes), delimiter: 0x2C)
    var lines: [Int] = []
    while scanner.next() { lines.append(scanner.record.line) }
    #expect(lines == [1, 3, 7])
  }

  @Test func aLooseQuoteIsReportedWithItsPlace() {
    var scanner = RecordScanner(Bytes(Array("a,b\nc,\"d\n\"e\",f".utf8)), delimiter: 0x2C)
    while scanner.next() {}
    #expect(scanner.looseQuotes.map(\.line) == [2])
    #expect(scanner.looseQuotes.map(\.column) == [2])
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", 0x2C), ("a;b\n1,5;2,5\n", 0x3B), ("a\tb\n1,5\t2;5\n", 0x09), ("a,b\n\"x;y\",2\n\"x;z\",3", 0x2C),
      ("sep=;\na,b;c\n", 0x3B), ("标题\n指标;2022年\n\"甲,乙\";5\n", 0x3B), ("one\ntwo\n", 0x2C), ("", 0x2C),
    ] as [(String, UInt8)])
  func theDelimiterIsToldByContent(text: String, expected: UInt8) {
    #expect(Delimiter.detect(Bytes(Array(text.utf8))).byte == expected)
  }

  @Test func theSameSheetWithEveryDelimiter() {
    let text = "指标;单位;2021年;2022年\n人口;万人;1,234.5;1,3\n面积;亩;5;/\n"
    let expected = read(text)
    #expect(Array(expected.reading.sheet.observations.reason) == [.known, .unreadable, .known, .notReported])
    let tabbed = read(text.replacing(";", with: "\t"))
    #expect(describe(tabbed.reading, names: tabbed.names) == describe(expected.reading, names: expected.names))
    let stated = read("sep=;\n" + text)
    #expect(Array(stated.reading.sheet.observations.line) == [3, 3, 4, 4])
    #expect(stated.reading.sheet.observations.value.elementsEqual(expected.reading.sheet.observations.value))
  }
}
