import Source

extension Prose {
  /// The blocks of the prose.
  package var blocks: [ProseBlock] {
    BlockParser(depth: 0).blocks(lines)
  }

  /// The lines without the indentation that the script gives to all of them.
  ///
  /// A first line that stands right behind the quotation mark has none, and says nothing of the others.
  private var lines: [ProseLine] {
    var lines = scalars.split(omittingEmptySubsequences: false) { $0("\n") }
    let isFirstApart = !(lines.first?.isBlank ?? true)
    let common = lines.dropFirst(isFirstApart ? 1 : 0).filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    for index in lines.indices where index > 0 || !isFirstApart {
      lines[index] = lines[index].droppingIndentation(common)
    }
    return lines
  }

  /// The scalars of all parts; what could move or hide text is an escape, and a value has no line breaks of its own.
  private var scalars: [ProseScalar] {
    var result: [ProseScalar] = []
    for piece in pieces {
      switch piece {
      case .written(let text):
        for scalar in text.unicodeScalars {
          if let escape = scalar.escape, scalar != "\n", scalar != "\t" {
            // A line may end as in files of Windows.
            if scalar != "\r" { result += escape.unicodeScalars.map { ProseScalar(scalar: $0, isLiteral: true) } }
          } else {
            result.append(ProseScalar(scalar: scalar, isLiteral: false))
          }
        }
      case .value(let text): result += text.printable.unicodeScalars.map { ProseScalar(scalar: $0, isLiteral: true) }
      }
    }
    return result
  }
}
