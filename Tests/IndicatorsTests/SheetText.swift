import Foundation
import Source
import Testing
import Units

@testable import Indicators

/// Writes what was read of a sheet, a line each, for people to compare.
func describe(_ reading: SheetReading, names: NameTable) -> String {
  let sheet = reading.sheet
  var lines: [String] = []
  for diagnostic in reading.diagnostics {
    lines.append("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)] \(diagnostic.message.english)")
    lines.append("  \(diagnostic.message.chinese)")
    for help in diagnostic.help { lines.append("  = \(help.english)") }
  }
  if !sheet.dimensions.isEmpty { lines.append("dimensions " + sheet.dimensions.map(\.name).joined(separator: ", ")) }
  for reading in sheet.readings { lines.append("column \(reading.place.column) \(reading.reason.english)") }
  for indicator in sheet.indicators {
    let unit = indicator.unit.map { " : \($0.symbol)" } ?? ""
    lines.append("indicator \(indicator.name)\(unit)" + describe(indicator.attributes))
  }
  let cells = sheet.observations
  for row in 0..<cells.count {
    let members = cells.members.map { $0[row] < 0 ? "-" : names[Member(code: $0[row])] }
    let value = cells.reason[row] == .known ? plain(cells.value[row], cells.decimals[row]) : "\(cells.reason[row])"
    let place = "\(cells.line[row]):\(cells.column[row])"
    let name = sheet.indicators[Int(cells.indicator[row])].name
    lines.append("\(place) \(name)[\((members + ["\(cells.period[row])"]).joined(separator: ", "))] = \(value)")
  }
  for target in sheet.targets {
    let members = target.members.map { $0.map { names[$0] } ?? "-" }
    let name = sheet.indicators[target.indicator].name
    let scope = members.isEmpty ? "" : "[\(members.joined(separator: ", "))]"
    let asked = target.conditions.map(\.phrase.english).joined(separator: " and ")
    lines.append("\(target.line):\(target.column) target \(name)\(scope) by \(target.deadline): \(asked)")
  }
  for note in sheet.notes {
    let content = note.place.content.replacingOccurrences(of: "\n", with: "⏎")
    lines.append("\(note.place.line):\(note.place.column) \(note.kind.rawValue) “\(content)” \(note.reason.english)")
    lines.append("  \(note.reason.chinese)")
  }
  return lines.joined(separator: "\n")
}

private func describe(_ attributes: RowAttributes) -> String {
  var parts: [String] = []
  if !attributes.owners.isEmpty { parts.append("owner " + attributes.owners.joined(separator: " + ")) }
  if let attribute = attributes.attribute { parts.append("attribute \(attribute)") }
  if let group = attributes.group { parts.append("group \(group)") }
  if let item = attributes.item { parts.append("item \(item)") }
  return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
}

private func plain(_ number: Double, _ decimals: UInt8) -> String {
  "\(number) (\(decimals))"
}

/// Reads a sheet of text with fresh tables.
func read(_ text: String, mappings: [SheetMapping] = []) -> (reading: SheetReading, names: NameTable) {
  read(Array(text.utf8), mappings: mappings)
}

/// Reads a sheet of bytes with fresh tables; in whatever parts it is read, the sheet has to be the same.
func read(_ bytes: [UInt8], mappings: [SheetMapping] = []) -> (reading: SheetReading, names: NameTable) {
  let whole = read(bytes, mappings, partSize: 1 << 19)
  let expected = describe(whole.reading, names: whole.names)
  // Parts of a few bytes cut every record of a small sheet; a large one is cut in a few places.
  for partSize in bytes.count < 400 ? [0, 1, 7, 40] : [0, bytes.count / 7, bytes.count / 40] {
    let parted = read(bytes, mappings, partSize: partSize)
    #expect(describe(parted.reading, names: parted.names) == expected, "in parts of \(partSize) bytes")
    #expect(parted.names.names == whole.names.names, "in parts of \(partSize) bytes")
  }
  return whole
}

/// Reads a sheet in parts of about `partSize` bytes, or row by row where that is 0.
func read(
  _ bytes: [UInt8], _ mappings: [SheetMapping], partSize: Int
) -> (reading: SheetReading, names: NameTable) {
  var units = UnitTable.standard
  var names = NameTable()
  let reading = readSheet(
    Bytes(bytes), file: "t.csv", name: "t", mappings: mappings, units: &units, names: &names, partSize: partSize)
  return (reading, names)
}

/// Reads mappings such as `period = 2023, fill = "责任单位", "…" = unpublished`.
func mappings(_ text: String) -> [SheetMapping] {
  let range = SourceRange(SourceID(0), 0, text.utf8.count)
  return text.components(separatedBy: ",").compactMap { part in
    let sides = part.components(separatedBy: "=").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard sides.count == 2 else { return nil }
    let inner = sides[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    let value: SheetMapping.Value
    if sides[1].hasPrefix("\"") {
      value = .heading(inner)
    } else if case .period(let period)? = PeriodNotation(inner) {
      value = .period(period)
    } else {
      value = .constant(inner)
    }
    if sides[0].hasPrefix("\"") {
      return SheetMapping(.mark(sides[0].trimmingCharacters(in: CharacterSet(charactersIn: "\""))), value, at: range)
    }
    return SheetMapping.Field(word: sides[0]).map { SheetMapping(.field($0), value, at: range) }
  }
}
