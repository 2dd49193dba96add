import Source

extension Outline {
  /// Returns the steps as rows, further in the deeper they stand.
  func table(_ language: Language) -> Table {
    let columns = [
      Column(TableWording.level, alignment: .trailing), Column(TableWording.step),
      Column(TableWording.value, alignment: .trailing), Column(TableWording.details),
    ]
    return Table(
      columns: columns,
      rows: nodes.map { node in
        let indent = String(repeating: "  ", count: min(node.depth, Self.deepestDrawn))
        return Row([
          .number(Double(node.depth)), .text(indent + node.label[language]), node.value.withOwnDigits,
          .text(node.details.map { $0[language] }.joined(separator: "\n")),
        ])
      })
  }
}

extension Cell {
  /// The cell with as many digits as its number asks for by itself, whatever stands above and below.
  fileprivate var withOwnDigits: Cell {
    guard case .number(let value, var style) = self, style.decimals == nil, style.unit == nil else { return self }
    style.decimals = ColumnDigits(for: [(value, style.isComputed)]).decimals
    return .number(value, style)
  }
}
