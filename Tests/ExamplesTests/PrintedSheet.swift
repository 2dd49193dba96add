import Testing

/// One of the example's sheets: comma-separated, with quotes where a cell holds a comma or a line break.
struct PrintedSheet {
  let name: String
  let headings: [String]
  let rows: [[String]]
  /// The first line of each row in the file.
  let lines: [Int]

  init(_ name: String) throws {
    var records = Self.records(String(decoding: try bytes(ofFile: exampleFolder + name + ".csv"), as: UTF8.self))
    self.name = name
    headings = records.isEmpty ? [] : records.removeFirst().cells
    rows = records.map(\.cells)
    lines = records.map(\.line)
  }

  func column(_ heading: String) throws -> [String] {
    let index = try #require(headings.firstIndex(of: heading), "\(heading)")
    return rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  static func records(_ text: String) -> [(line: Int, cells: [String])] {
    var records: [(line: Int, cells: [String])] = []
    var record: [String] = []
    var cell = ""
    var quoted = false
    var (line, first) = (1, 1)
    for character in text {
      switch character {
      case "\"": quoted.toggle()  // no cell of these sheets holds a straight quote
      case "," where !quoted, "\n" where !quoted:
        record.append(cell)
        cell = ""
        if character == "\n" {
          records.append((first, record))
          record = []
          first = line + 1
        }
      default: cell.append(character)
      }
      if character == "\n" { line += 1 }
    }
    return records
  }
}
