import Source

extension HTMLBody {
  /// The widths of the drawings for a page and for a phone, in the pixels of their letters.
  private static let widths = [("wide", 736.0), ("narrow", 358.0)]

  /// Writes a chart as a figure: the picture, drawn once for a page and once for a phone, and the table of its numbers.
  mutating func write(_ chart: Chart, title: String?) {
    figures += 1
    let number = figures
    let language = language
    writer.write(raw: "<figure>\n")
    if let title {
      writer.element("figcaption", text: title)
      writer.newline()
    }
    for (name, width) in Self.widths {
      let id = "chart.\(number).\(name)"
      let drawing = chart.picture.drawing(width: width, language)
      writer.element(
        "svg",
        [
          ("class", "plot \(name)"), ("viewBox", "0 0 \(Reporting.number(width)) \(Reporting.number(drawing.height))"),
          ("role", "img"), ("aria-labelledby", title == nil ? "\(id).words" : "\(id).title \(id).words"),
        ]
      ) { writer in
        writer.newline()
        if let title { writer.element("title", [("id", "\(id).title")], text: title) }
        writer.element("desc", [("id", "\(id).words")], text: chart.description[language])
        writer.newline()
        writer.write(raw: drawing.markup)
      }
      writer.newline()
    }
    writer.write(raw: "<details>")
    writer.element("summary", text: PageWording.numbers[language])
    writer.newline()
    write(chart.table, title: nil)
    writer.write(raw: "</details>\n</figure>\n")
  }
}
