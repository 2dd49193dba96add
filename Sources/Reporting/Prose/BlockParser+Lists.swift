extension BlockParser {
  /// Returns the list whose first point `marker` opens at `position`, which is moved behind it.
  func list(_ first: BlockStart.Marker, _ lines: [ProseLine], _ position: inout Int) -> ProseList {
    var items: [[ProseBlock]] = []
    var isTight = true
    var marker: BlockStart.Marker? = first
    while let current = marker {
      var inner = [current.content]
      var tail = OpenEnd()
      tail.add(current.content)
      position += 1
      while position < lines.count {
        let line = lines[position]
        if line.isBlank {
          inner.append([])
          tail.add([])
          // A point without content on its own line and the next has none.
          if inner.count == 2, current.content.isBlank { break }
        } else if line.indentation >= current.indentation {
          inner.append(line.droppingIndentation(current.indentation))
          tail.add(inner[inner.count - 1])
        } else if tail.takesOver(line.droppingIndentation()) {
          inner.append(line)
        } else {
          break
        }
        position += 1
      }
      var blanks = 0
      while inner.count > 1, inner.last?.isBlank ?? false {
        inner.removeLast()
        blanks += 1
      }
      let blocks = BlockParser(depth: depth + 1).blocks(inner)
      if blocks.count > 1, hasBlankBetweenBlocks(inner) { isTight = false }
      items.append(blocks)
      marker = following(first, lines, position)
      if marker != nil, blanks > 0 { isTight = false }
    }
    return ProseList(start: first.number, isTight: isTight, items: items)
  }

  /// Returns the next point of the list that `first` opens, if one stands at `position`.
  private func following(
    _ first: BlockStart.Marker, _ lines: [ProseLine], _ position: Int
  ) -> BlockStart.Marker? {
    guard position < lines.count, !lines[position].isBlank,
      case .item(let marker)? = BlockStart(lines[position], inParagraph: false, isDeepest: false)
    else { return nil }
    return marker.sign == first.sign && (marker.number == nil) == (first.number == nil) ? marker : nil
  }

  /// Returns whether a blank line stands between blocks of `lines` and not in one of them.
  private func hasBlankBetweenBlocks(_ lines: [ProseLine]) -> Bool {
    var tail = OpenEnd()
    var inner = 0
    for line in lines {
      if line.isBlank, !tail.isInCode, inner == 0 { return true }
      tail.add(line)
      // Blank lines within a point of an inner list are that list's.
      if !line.isBlank, !tail.isInCode {
        if case .item(let marker)? = BlockStart(line, inParagraph: false, isDeepest: false) {
          inner = marker.indentation
        } else if line.indentation < inner {
          inner = 0
        }
      }
    }
    return false
  }
}

/// How the lines of a quotation or point end: a paragraph goes on over lines without its mark.
struct OpenEnd {
  private var fence: BlockStart.Fence?
  private var endsInText = false

  /// Whether the lines end within code.
  var isInCode: Bool { fence != nil }

  /// Adds a line.
  mutating func add(_ line: ProseLine) {
    if let open = fence {
      if open.isClosed(by: line) { fence = nil }
      return
    }
    var line = line
    endsInText = false
    // The marks of inner quotations and points do not end a paragraph.
    for _ in 0..<BlockParser.deepest {
      if line.isBlank { return }
      switch BlockStart(line, inParagraph: false, isDeepest: false) {
      case nil:
        endsInText = true
        return
      case .quote: line = line.trimmed.dropFirst()
      case .item(let marker): line = marker.content
      case .fence(let opening):
        fence = opening
        return
      case .heading, .rule: return
      }
    }
  }

  /// Returns whether `line`, which lacks the mark, belongs to the paragraph at the end.
  func takesOver(_ line: ProseLine) -> Bool {
    endsInText && fence == nil && !line.isBlank && BlockStart(line, inParagraph: false, isDeepest: false) == nil
  }
}
