import Source
import Units

/// What came of reading a sheet.
package struct SheetReading: Sendable {
  /// The sheet; empty where the diagnostics say that it is unusable.
  package var sheet: Sheet
  /// What makes the sheet unusable, or a mapping wrong.
  package var diagnostics: [Diagnostic]
}

/// Returns the sheet that `bytes` hold.
///
/// Any bytes are answered with a sheet: what cannot be read is in its notes, and only what makes it unusable or a mapping
/// wrong is a diagnostic. `units` gains the units that the sheet uses and the table lacks, `names` the members.
/// Large sheets keep the cells of the indicators `wanted` alone. `workers` share the rows in parts of about `partSize` bytes, on which the sheet does not depend.
package func readSheet(
  _ bytes: Bytes, file: String, name: String, mappings: [SheetMapping], units: inout UnitTable,
  names: inout NameTable, wanted: WantedIndicators = .all, workers: Workers = Workers(),
  progress: (@Sendable (ReadingProgress) -> Void)? = nil, partSize: Int = 1 << 19
) -> SheetReading {
  var reading = SheetReading(sheet: Sheet(name: name, file: file), diagnostics: [])
  guard let text = fieldedText(bytes, workers) else {
    reading.report(.sheetEncoding, .noConverter, help: [.saveAsUTF8])
    return reading
  }
  var marks = MissingMarks.standard
  reading.diagnostics += marks.apply(mappings)
  let delimiter = Delimiter.detect(text.bytes)
  let rows = PreviewRow.read(text, delimiter)
  (reading.sheet.bytes, reading.sheet.coding) = (text.bytes, text.coding)
  reading.sheet.delimiter = delimiter.byte
  reading.sheet.targets = SheetTargets(text, delimiter: delimiter.byte)
  reading.sheet.notes = replacementNotes(text, delimiter, file: file)
  guard rows.contains(where: { $0.filled > 0 }) else {
    reading.report(.sheetEmpty, .empty, help: [])
    return reading
  }
  let columns = WholeColumns(text: text, delimiter: delimiter)
  guard var builder = LayoutBuilder(file: file, rows: rows, mappings: mappings, marks: marks, text: columns) else {
    let first = foldedName(rows.first { $0.filled > 0 }?.cells.joined(separator: " ") ?? "")
    reading.report(.sheetHeading, .noHeadingRow, help: [.firstLine(shortened(first)), .headingWords, .mapValue])
    return reading
  }
  let layout = builder.build()
  reading.diagnostics += builder.diagnostics
  reading.sheet.notes += builder.notes
  reading.sheet.readings = builder.readings
  guard let layout else { return reading }
  var reader = SheetReader(sheet: reading.sheet, layout: layout, marks: marks, units: units, names: names)
  reader.readRows(delimiter, wanted, RowScan(workers: workers, progress: progress, partSize: partSize))
  (units, names) = (reader.units, reader.names)
  reading.sheet = reader.sheet
  return reading
}

extension SheetReading {
  fileprivate mutating func report(_ code: Diagnostic.Code, _ fault: SheetFault, help: [SheetFault]) {
    diagnostics.append(
      Diagnostic(.error, code, fault.phrase, at: .file(sheet.file), help: help.map(\.phrase)))
  }
}

extension Sheet {
  /// Creates a sheet without content.
  package init(name: String, file: String) {
    self.init(
      name: name, file: file, bytes: Bytes([]), dimensions: [], indicators: [], observations: Observations(),
      targets: SheetTargets(DecodedText(encoding: .utf8), delimiter: 0x2C), notes: [], readings: [])
  }
}

extension MissingMarks {
  /// Takes up the marks that mappings explain; returns what is wrong with them.
  fileprivate mutating func apply(_ mappings: [SheetMapping]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for mapping in mappings {
      guard case .mark(let mark) = mapping.key else { continue }
      let word: String
      switch mapping.value {
      case .constant(let text), .heading(let text), .part(let text, _): word = text
      case .period(let period): word = period.description
      }
      if let reason = MissingMark.reason(named: word) {
        set(mark, reason)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, .sheetMapping, SheetFault.unknownReason(word, mark: mark).phrase, at: .script(mapping.range),
            help: [SheetFault.reasons.phrase]))
      }
    }
    return diagnostics
  }
}

/// Returns a note for each cell with bytes that were no text; goes over the sheet only where there are any.
private func replacementNotes(_ text: DecodedText, _ delimiter: Delimiter, file: String) -> [LoadNote] {
  guard !text.replacements.isEmpty else { return [] }
  var notes: [LoadNote] = []
  var next = 0
  var scanner = RecordScanner(text.bytes, delimiter: delimiter.byte, offset: delimiter.start)
  while next < text.replacements.count, scanner.next() {
    let record = scanner.record
    for column in 0..<record.count {
      let before = next
      while next < text.replacements.count, text.replacements[next] < record.ends[column] { next += 1 }
      guard next > before else { continue }
      let content = text.coding.text(
        text.bytes, record.range(column), isEscaped: record.isEscaped[column])
      let place = CellPlace(file: file, line: record.line, column: column + 1, content: content)
      notes.append(LoadNote(.invalidBytes, at: place, CellRemark.replacedBytes(text.encoding).phrase))
    }
  }
  return notes
}

/// Returns `text`, cut where it is too long for a message.
func shortened(_ text: String) -> String {
  let start = text.prefix(40)
  return start.endIndex == text.endIndex ? text : start + "…"
}
