extension Stylesheet {
  /// Rules, digits and marks of tables.
  static let tables =
    """
    .paper{display:none}
    .scroll{overflow-x:auto;margin:1.2rem 0 .5rem;max-width:100%}
    .scroll+.notes{margin-top:-.1rem}
    table{border-collapse:collapse;font-size:.9rem;line-height:1.5;font-variant-numeric:tabular-nums lining-nums}
    caption{text-align:left;font-weight:600;font-size:1rem;padding:0 0 .5rem}
    caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
    .word{white-space:nowrap}
    th,td{padding:.36em .8em;text-align:left;vertical-align:baseline;unicode-bidi:isolate;white-space:nowrap}
    th:first-child,td:first-child{padding-left:.1em}
    th:last-child,td:last-child{padding-right:.8em}
    thead{border-top:1.5px solid var(--text);border-bottom:1px solid var(--text)}
    thead th,thead td{font-weight:600;vertical-align:bottom;white-space:normal}
    tbody{border-bottom:1.5px solid var(--text)}
    tbody th{font-weight:400}
    tbody tr+tr{border-top:1px solid var(--rule)}
    .number{text-align:right}
    .center{text-align:center}
    .unit{display:block;font-weight:400;font-size:.85em;color:var(--muted)}
    .long{white-space:normal;min-width:15em;max-width:26em}
    .missing{color:var(--muted);font-style:normal;font-size:.92em}
    .mark{color:var(--muted)}
    .hanging{display:inline-block;width:0}
    .total th,.total td,.group th{font-weight:600}
    tbody tr.total{border-top:1px solid var(--text)}
    .group th{padding-top:.9em}
    .up{color:var(--up)}
    .down{color:var(--down)}
    .up::before,.down::before{font-size:.7em;margin-right:.45em;vertical-align:.08em}
    .up::before{content:"▲"}
    .down::before{content:"▼"}
    .status::before{display:inline-block;width:1.35em;font-weight:700}
    .bad{font-weight:600}

    """ + StatusShape.allCases.map { ".\($0.rawValue)::before{content:\"\($0.sign)\"}" }.joined(separator: "\n")
}
