extension Stylesheet {
  /// Lines, bars and letters of charts.
  static let charts =
    """
    figure{margin:1.6rem 0 1.2rem}
    figcaption{font-weight:600;margin:0 0 .5rem}
    figcaption .unit{display:inline;margin-left:.5em}
    .plot{display:block;width:100%;height:auto;max-width:46rem}
    .narrow{max-width:30rem}
    .plot text{fill:var(--text);font-size:13px}
    .plot .quiet{fill:var(--muted)}
    .plot .strong{font-weight:600}
    .plot .ground{fill:var(--page)}
    .plot .grid{stroke:var(--rule);stroke-width:1}
    .plot .axis{stroke:var(--muted);stroke-width:1}
    .plot .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .plot .target{stroke:var(--text);stroke-width:2.5}
    .plot .hair{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 4}
    .plot .previous{fill:var(--page);stroke:var(--text);stroke-width:1.3}
    .plot .track{fill:var(--panel)}
    .spark{width:6.2em;height:1.3em;vertical-align:-.25em}
    details{font-size:.9rem;margin:.3rem 0 1.4rem}
    summary{color:var(--muted);cursor:pointer;min-height:24px;width:fit-content}
    details .scroll{margin-top:.5rem}

    """
    + PageColour.series.map { colour in
      let name = colour.rawValue
      return """
        .\(name){fill:var(--\(name));stroke:none}
        .\(name).line{stroke:var(--\(name))}
        .\(name).hollow{fill:var(--page);stroke:var(--\(name));stroke-width:1.6}
        """
    }.joined(separator: "\n")
}
