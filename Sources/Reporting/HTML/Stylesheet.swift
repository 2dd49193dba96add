import Source

/// The style of a page, put together of one part for each of its concerns.
enum Stylesheet {
  /// Returns the style of a page in `language`.
  static func text(_ language: Language) -> String {
    [colours(language), prose, tables, charts, decimalPads, phone, print].joined(separator: "\n")
  }

  private static func colours(_ language: Language) -> String {
    let red = "--up:var(--red);--down:var(--green)"
    let green = "--up:var(--green);--down:var(--red)"
    return """
      :root{\(PageColour.variables(\.light));\(language == .chinese ? red : green)}
      @media screen and (prefers-color-scheme:dark){:root{\(PageColour.variables(\.dark))}}
      #red-up:checked~article{\(red)}
      #green-up:checked~article{\(green)}
      """
  }

  /// Makes room for the digits that a number lacks behind its point, so that points stand under one another.
  private static let decimalPads = (0...16).map { digits in
    """
    .pad-\(digits){padding-right:calc(.8em + \(digits)ch)}
    .point-\(digits){padding-right:calc(.8em + .28em + \(digits)ch)}
    """
  }.joined(separator: "\n")
}
