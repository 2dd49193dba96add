extension BlockParser {
  /// Returns the table at `position`, which is moved behind it; nil where none begins there.
  func table(_ lines: [ProseLine], _ position: inout Int) -> ProseTable? {
    guard position + 1 < lines.count, lines[position].contains(where: { $0("|") }),
      let alignments = alignments(lines[position + 1])
    else { return nil }
    let headings = cells(lines[position])
    guard headings.count == alignments.count else { return nil }
    position += 2
    var rows: [[[ProseSpan]]] = []
    while position < lines.count, !lines[position].isBlank,
      BlockStart(lines[position], inParagraph: false, isDeepest: depth >= Self.deepest) == nil
    {
      let row = cells(lines[position]).prefix(headings.count).map(InlineParser.spans)
      rows.append(row + Array(repeating: [], count: headings.count - row.count))
      position += 1
    }
    return ProseTable(alignments: alignments, headings: headings.map(InlineParser.spans), rows: rows)
  }

  /// Reads the line of dashes under the headings.
  private func alignments(_ line: ProseLine) -> [ProseTable.Alignment]? {
    guard line.contains(where: { $0("-") }), line.allSatisfy({ $0.isBlank || $0("|") || $0("-") || $0(":") }) else {
      return nil
    }
    var result: [ProseTable.Alignment] = []
    for cell in cells(line) {
      let atStart = cell.first.map { $0(":") } ?? false
      let atEnd = cell.last.map { $0(":") } ?? false
      let dashes = cell.dropFirst(atStart ? 1 : 0).dropLast(atEnd ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0("-") }) else { return nil }
      result.append(atEnd ? (atStart ? .center : .trailing) : .leading)
    }
    return result.isEmpty ? nil : result
  }

  /// Returns what stands between the bars of a line; a bar behind a backslash is text.
  private func cells(_ line: ProseLine) -> [ProseLine] {
    var line = line.trimmed
    if let first = line.first, first("|") { line = line.dropFirst() }
    var cells: [[ProseScalar]] = [[]]
    var isEscaped = false
    for scalar in line {
      if scalar("|"), isEscaped {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(ProseScalar(scalar: "|", isLiteral: true))
      } else if scalar("|") {
        cells.append([])
      } else {
        cells[cells.count - 1].append(scalar)
      }
      isEscaped = scalar("\\") && !isEscaped
    }
    if cells.count > 1, cells[cells.count - 1][...].isBlank { cells.removeLast() }
    return cells.map { $0[...].trimmed }
  }
}
