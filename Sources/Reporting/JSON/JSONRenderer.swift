import Source

/// Writes documents as a JSON array of answers, numbers with full precision, a line for each row.
struct JSONRenderer {
  let language: Language

  /// Returns the blocks of `document`.
  func render(_ document: Document) -> String {
    var writer = JSONWriter()
    writer.beginArray()
    for block in document.blocks { write(block, to: &writer) }
    writer.endArray()
    return writer.text + "\n"
  }

  private func write(_ block: Block, to writer: inout JSONWriter) {
    writer.beginObject()
    if let title = block.title { writer.member("title", title[language]) }
    switch block.content {
    case .table(let table): write(table, to: &writer)
    case .outline(let outline): write(outline, to: &writer)
    case .prose(let prose):
      writer.member("kind", "prose")
      write("lines", ProseMarkdown.lines(prose.blocks), to: &writer)
    case .message(let sentence):
      writer.member("kind", "message")
      writer.member("text", sentence[language])
    case .chart(let chart):
      write(chart.table, to: &writer, kind: "chart") { writer in
        writer.member("form", chart.picture.form)
        writer.member("description", chart.description[language])
      }
    case .section(let section):
      writer.member("kind", section.role == .report ? "report" : "provenance")
      writer.key("blocks")
      writer.beginArray()
      for inner in section.blocks { write(inner, to: &writer) }
      writer.endArray()
    }
    write("notes", block.notes.map { $0[language] }, to: &writer)
    writer.endObject()
  }

  private func write(
    _ table: Table, to writer: inout JSONWriter, kind: String = "table", more: (inout JSONWriter) -> Void = { _ in }
  ) {
    writer.member("kind", kind)
    more(&writer)
    writer.key("columns")
    writer.beginArray()
    for column in table.columns {
      writer.beginObject(isInline: true)
      writer.member("name", column.heading[language])
      writer.member("unit", column.unit)
      writer.endObject()
    }
    writer.endArray()
    writer.key("rows")
    writer.beginArray()
    for row in table.rows {
      writer.beginObject(isInline: true)
      writer.member("kind", row.kind.rawValue)
      writer.key("cells")
      writer.beginArray()
      for index in table.columns.indices { write(row.cell(index), to: &writer) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ outline: Outline, to writer: inout JSONWriter) {
    writer.member("kind", "outline")
    writer.key("nodes")
    writer.beginArray()
    for node in outline.nodes {
      writer.beginObject(isInline: true)
      writer.member("depth", node.depth)
      writer.member("label", node.label[language])
      writer.key("value")
      write(node.value, to: &writer)
      write("details", node.details.map { $0[language] }, to: &writer)
      write(node.record, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  /// Writes what is known of how a step comes about; what is not is left out.
  private func write(_ record: Outline.Record, to writer: inout JSONWriter) {
    if let role = record.role { writer.member("role", role) }
    if let operation = record.operation { writer.member("operation", operation) }
    if !record.parameters.isEmpty {
      writer.key("parameters")
      writer.beginObject(isInline: true)
      for parameter in record.parameters {
        writer.key(parameter.name)
        writer.number(parameter.value)
      }
      writer.endObject()
    }
    if !record.conversions.isEmpty {
      writer.key("conversions")
      writer.beginArray()
      for conversion in record.conversions {
        writer.beginArray()
        for number in conversion { writer.number(number) }
        writer.endArray()
      }
      writer.endArray()
    }
    guard let place = record.place else { return }
    writer.member("file", place.file)
    writer.member("line", place.line)
    if let column = place.column { writer.member("column", column) }
    writer.member("content", place.content)
  }

  private func write(_ name: String, _ lines: [String], to writer: inout JSONWriter) {
    writer.key(name)
    writer.beginArray()
    for line in lines { writer.string(line) }
    writer.endArray()
  }

  private func write(_ cell: Cell, to writer: inout JSONWriter) {
    if let reason = cell.missingReason {
      writer.beginObject(isInline: true)
      writer.member("missing", reason.identifier)
      writer.endObject()
      return
    }
    switch cell {
    case .text(let text): writer.string(text)
    case .phrase(let phrase): writer.string(phrase[language])
    case .number(let value, let style): write(value, style, to: &writer)
    case .truth(let value): writer.bool(value)
    case .sparkline(let values):
      writer.beginArray()
      for value in values { if let value { writer.number(value) } else { writer.null() } }
      writer.endArray()
    case .missing, .empty: writer.null()
    }
  }

  /// Writes a number; as an object where it has a unit or a mark of its own.
  private func write(_ value: Double, _ style: NumberStyle, to writer: inout JSONWriter) {
    if style.unit == nil, style.mark == nil {
      writer.number(value)
      return
    }
    writer.beginObject(isInline: true)
    writer.key("value")
    writer.number(value)
    if let unit = style.unit { writer.member("unit", unit) }
    if let mark = style.mark { writer.member("mark", mark.rawValue) }
    writer.endObject()
  }
}
