import Source

/// The choice of which colour a rise has, which works without a script.
enum ColourSwitch {
  /// Returns the markup of the two buttons, which stand before the articles that they colour; in Chinese a rise is red at
  /// first, in English green.
  static func markup(_ language: Language) -> String {
    var writer = MarkupWriter()
    for (id, wording, isFirst) in [
      ("red-up", PageWording.redIsUp, language == .chinese), ("green-up", PageWording.greenIsUp, language == .english),
    ] {
      writer.void(
        "input", [("type", "radio"), ("name", "colours"), ("id", id), ("checked", isFirst ? "checked" : nil)])
      writer.element("label", [("for", id)], text: wording[language])
      writer.newline()
    }
    return writer.text
  }
}
