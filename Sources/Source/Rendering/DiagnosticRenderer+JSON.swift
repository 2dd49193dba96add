extension DiagnosticRenderer {
  /// Returns the findings in reading order, each once, as a JSON array of objects in both languages.
  ///
  /// Lines and columns count from 1, columns in Unicode scalars; `start` and `end` are UTF-8 offsets.
  package func json(_ diagnostics: [Diagnostic]) -> String {
    var writer = JSONWriter()
    var columns = ColumnCounter()
    writer.beginArray()
    for diagnostic in inReadingOrder(diagnostics) {
      writer.beginObject()
      writer.member("code", diagnostic.code.rawValue)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.key("message")
      writer.phrase(diagnostic.message)
      write(diagnostic.site, to: &writer, &columns)
      if let label = diagnostic.label {
        writer.key("label")
        writer.phrase(label)
      }
      writer.key("labels")
      writer.beginArray()
      for label in diagnostic.others {
        writer.beginObject(isInline: true)
        write(label.site, to: &writer, &columns)
        writer.key("text")
        writer.phrase(label.text)
        writer.endObject()
      }
      writer.endArray()
      writer.key("help")
      writer.beginArray()
      for sentence in diagnostic.help { writer.phrase(sentence) }
      writer.endArray()
      writer.key("fixes")
      writer.beginArray()
      for fixIt in diagnostic.fixIts {
        writer.beginObject(isInline: true)
        write(.script(fixIt.range), to: &writer, &columns)
        writer.member("replacement", fixIt.replacement)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    return writer.text + "\n"
  }

  /// Writes the members of the open object that say where `site` is; none for the command line.
  private func write(_ site: Site, to writer: inout JSONWriter, _ columns: inout ColumnCounter) {
    switch site {
    case .script(let range):
      guard let source = sources[range.source] else { return }
      let offsets = source.clamped(range)
      let start = columns.place(of: offsets.lowerBound, in: source)
      let end = columns.place(of: offsets.upperBound, in: source)
      writer.member("file", source.name)
      writer.member("line", start.line)
      writer.member("column", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
      writer.member("start", offsets.lowerBound)
      writer.member("end", offsets.upperBound)
    case .cell(let place):
      writer.member("file", place.file)
      writer.member("line", place.line)
      writer.member("column", place.column)
      writer.member("content", place.content)
    case .file(let name):
      writer.member("file", name)
    case .command:
      break
    }
  }
}
