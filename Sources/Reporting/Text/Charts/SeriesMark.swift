import Source

/// What tells the series of a picture apart: a sign each, and a colour where there are colours.
struct SeriesMark {
  /// The sign.
  let sign: Character
  /// The colour.
  let style: TerminalStyle?

  /// Chooses the sign and colour of the series at `position`; after the eighth they begin anew.
  init(_ position: Int) {
    let signs = Array("●○▲△■□◆◇")
    let styles: [TerminalStyle?] = [.blue, .yellow, .green, .red, .cyan, .magenta, nil, .dim]
    (sign, style) = (signs[position % signs.count], styles[position % styles.count])
  }
}
