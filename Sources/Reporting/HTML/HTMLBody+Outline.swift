import Source

extension HTMLBody {
  /// Writes a derivation as lists in lists.
  mutating func write(_ outline: Outline) {
    writer.write(raw: "<ul class=\"outline\">\n")
    var open = 0
    for (index, node) in outline.nodes.enumerated() {
      let level = min(node.depth, Outline.deepestDrawn)
      if index > 0 {
        if level > open {
          writer.write(raw: "\n<ul>\n")
        } else {
          writer.write(raw: "</li>\n" + String(repeating: "</ul>\n</li>\n", count: open - level))
        }
      }
      open = level
      writer.write(raw: "<li>")
      if node.depth > level { writer.write("[\(node.depth)] ") }
      writer.write(node.text(language))
      for detail in node.details {
        writer.void("br")
        writer.element("small", text: detail[language])
      }
    }
    if !outline.nodes.isEmpty { writer.write(raw: "</li>\n" + String(repeating: "</ul>\n</li>\n", count: open)) }
    writer.write(raw: "</ul>\n")
  }
}
