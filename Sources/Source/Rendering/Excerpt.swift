/// A piece of a script or a sheet under its heading, with what is said of its parts.
struct Excerpt {
  /// One shown line.
  struct Line {
    /// The line's number, counted from 1.
    let number: Int
    /// The part of the line that is shown.
    let text: String
    /// The rows beneath it.
    let underlines: [String]
  }

  /// Where it is: `outlook.gf:7:24`.
  let heading: String
  /// The lines from top to bottom.
  var lines: [Line]
}

/// A stretch of one line that takes part in a finding.
private struct Stretch {
  let line: Int
  let range: Range<Int>
  let text: String
  let isMain: Bool
}

extension DiagnosticRenderer {
  /// Returns the pieces to show for `diagnostic`: its own place first, and one for each other file or cell.
  func excerpts(of diagnostic: Diagnostic, _ columns: inout ColumnCounter) -> [Excerpt] {
    let main = Diagnostic.Label(diagnostic.site, diagnostic.label ?? Phrase(same: ""))
    let labels = [main] + diagnostic.others
    var shown: Set<SourceID> = []
    var result: [Excerpt] = []
    for (index, label) in labels.enumerated() {
      let text = label.text[language].printable
      switch label.site {
      case .script(let range):
        guard shown.insert(range.source).inserted, let source = sources[range.source] else { continue }
        result.append(excerpt(of: source, labels, first: range, severity: diagnostic.severity, &columns))
      case .cell(let place):
        result.append(excerpt(of: place, text, isMain: index == 0, severity: diagnostic.severity))
      case .file(let name):
        result.append(Excerpt(heading: heading(name.printable, saying: text), lines: []))
      case .command:
        if !text.isEmpty {
          result.append(Excerpt(heading: heading(DiagnosticWording.commandLine[language], saying: text), lines: []))
        }
      }
    }
    return result
  }

  private func heading(_ place: String, saying text: String) -> String {
    text.isEmpty ? place : place + DiagnosticWording.colon[language] + text
  }

  private func excerpt(
    of source: SourceText, _ labels: [Diagnostic.Label], first: SourceRange, severity: Diagnostic.Severity,
    _ columns: inout ColumnCounter
  ) -> Excerpt {
    let place = columns.place(of: source.clamped(first).lowerBound, in: source)
    var stretches: [Stretch] = []
    for (index, label) in labels.enumerated() {
      guard case .script(let range) = label.site, range.source == source.id else { continue }
      stretches += split(source.clamped(range), of: source, label.text[language].printable, isMain: index == 0)
    }
    let byLine = Dictionary(grouping: stretches, by: \.line)
    let shownLines = byLine.sorted { $0.key < $1.key }.flatMap { number, stretches in
      lines(number, of: source, stretches.sorted { $0.range.lowerBound < $1.range.lowerBound }, severity)
    }
    return Excerpt(heading: "\(source.name.printable):\(place.line):\(place.column)", lines: shownLines)
  }

  /// Returns `range` as stretches of single lines: itself, or its first and last line, the words at the last.
  private func split(_ range: Range<Int>, of source: SourceText, _ text: String, isMain: Bool) -> [Stretch] {
    let firstLine = source.line(at: Int32(clamping: range.lowerBound))
    let first = source.bytes(ofLine: firstLine)
    // A range that ends with a line break ends on the line before it.
    let lastLine = source.line(at: Int32(clamping: max(range.lowerBound, range.upperBound - 1)))
    let start = min(range.lowerBound, first.upperBound)
    if lastLine == firstLine {
      let end = max(start, min(range.upperBound, first.upperBound))
      return [Stretch(line: firstLine, range: start..<end, text: text, isMain: isMain)]
    }
    let last = source.bytes(ofLine: lastLine)
    let indentation = source.bytes[last].prefix { $0 == 0x20 || $0 == 0x09 }.count
    let end = min(range.upperBound, last.upperBound)
    return [
      Stretch(line: firstLine, range: start..<first.upperBound, text: "", isMain: isMain),
      Stretch(line: lastLine, range: min(last.lowerBound + indentation, end)..<end, text: text, isMain: isMain),
    ]
  }

  /// Returns line `number` as often as it takes to show all `stretches`, which ascend; once unless it is very long.
  private func lines(
    _ number: Int, of source: SourceText, _ stretches: [Stretch], _ severity: Diagnostic.Severity
  ) -> [Excerpt.Line] {
    var result: [Excerpt.Line] = []
    var rest = stretches[...]
    while let first = rest.first {
      let line = source.bytes(ofLine: number)
      let window = LineWindow(of: source.bytes, line: line, focus: first.range)
      let isShownToItsEnd = window.shown.upperBound == line.upperBound
      let inside = rest.prefix {
        isShownToItsEnd || $0.range == first.range || $0.range.lowerBound < window.shown.upperBound
      }
      rest = rest.dropFirst(max(1, inside.count))
      let underlines = inside.map { stretch in
        Underline(
          start: window.column(at: stretch.range.lowerBound), end: window.column(at: stretch.range.upperBound),
          text: stretch.text, isMain: stretch.isMain)
      }
      result.append(Excerpt.Line(number: number, text: window.text, underlines: draw(underlines, severity)))
    }
    return result
  }

  private func excerpt(
    of place: CellPlace, _ text: String, isMain: Bool, severity: Diagnostic.Severity
  ) -> Excerpt {
    let bytes = Array(place.content.utf8)
    let window = LineWindow(of: bytes, line: 0..<bytes.count, focus: 0..<0)
    let underline = Underline(start: 0, end: window.column(at: bytes.count), text: text, isMain: isMain)
    return Excerpt(
      heading: "\(place.file.printable):\(place.line):\(place.column)",
      lines: [Excerpt.Line(number: place.line, text: window.text, underlines: draw([underline], severity))])
  }

  private func draw(_ underlines: [Underline], _ severity: Diagnostic.Severity) -> [String] {
    drawUnderlines(underlines) { text, isMain in text.styled(isMain ? severity.style : .blue, color: color) }
  }
}
