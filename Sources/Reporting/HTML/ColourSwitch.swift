import Source

/// The choice of which colour a rise has, which works without a script.
enum ColourSwitch {
  /// Returns the markup of the two buttons; in Chinese a rise is red at first, in English green.
  static func markup(_ language: Language) -> String {
    var writer = MarkupWriter()
    writer.element("fieldset", [("class", "colours")]) { writer in
      writer.element("legend", text: PageWording.colours[language])
      for (id, wording, isFirst) in [
        ("red-up", PageWording.redIsUp, language == .chinese),
        ("green-up", PageWording.greenIsUp, language == .english),
      ] {
        writer.newline()
        writer.element("label") { writer in
          writer.void(
            "input",
            [("type", "radio"), ("name", "colours"), ("id", id), ("checked", isFirst ? "checked" : nil)])
          writer.write(" " + wording[language])
        }
      }
    }
    writer.newline()
    return writer.text
  }
}
