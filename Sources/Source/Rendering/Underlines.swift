/// A stretch of a shown line that is underlined, with the words beneath it.
struct Underline {
  /// The first column, counted from 0.
  let start: Int
  /// The column after the last; equal to `start` for a place between two characters.
  let end: Int
  /// What is said of it; empty for nothing.
  let text: String
  /// Whether it is where the finding is, not another place that takes part.
  let isMain: Bool

  /// The columns that the line under the stretch takes.
  private var width: Int { max(1, end - start) }
  /// The column from which the words hang.
  fileprivate var anchor: Int { start + (width - 1) / 2 }

  /// The line drawn under the stretch.
  fileprivate var drawing: String {
    if end <= start { return "^" }
    if text.isEmpty { return String(repeating: "─", count: width) }
    let before = anchor - start
    return String(repeating: "─", count: before) + "┬" + String(repeating: "─", count: width - before - 1)
  }

  fileprivate func overlaps(_ other: Underline) -> Bool {
    start < other.start + other.width && other.start < start + width
  }
}

/// A piece of text at a column of a row.
private struct Segment {
  let column: Int
  let text: String
  let isMain: Bool
}

/// Draws `underlines` and their words in as few rows as keep them apart; `paint` gives the look of a piece.
func drawUnderlines(_ underlines: [Underline], paint: (_ text: String, _ isMain: Bool) -> String) -> [String] {
  var groups: [[Underline]] = []
  for underline in underlines.sorted(by: { $0.isMain && !$1.isMain }) {
    if let index = groups.firstIndex(where: { group in !group.contains { $0.overlaps(underline) } }) {
      groups[index].append(underline)
    } else {
      groups.append([underline])
    }
  }
  return groups.flatMap { group in
    rows(of: group.sorted { $0.start < $1.start }).map { row in
      var line = ""
      var column = 0
      for segment in row {
        line += String(repeating: " ", count: max(0, segment.column - column)) + paint(segment.text, segment.isMain)
        column = segment.column + segment.text.displayWidth
      }
      return line
    }
  }
}

/// Returns the rows of underlines that do not overlap, left to right: the drawn lines, then the words, the rightmost first.
private func rows(of underlines: [Underline]) -> [[Segment]] {
  let labelled = underlines.filter { !$0.text.isEmpty }
  var levels = Array(repeating: 0, count: labelled.count)
  for index in labelled.indices.reversed() {
    let end = labelled[index].anchor + labelled[index].text.displayWidth
    var level = 0
    for other in labelled.indices.dropFirst(index + 1) {
      if levels[other] >= level, labelled[other].anchor < end + 2 { level = levels[other] + 1 }
    }
    levels[index] = level
  }
  let lines = underlines.map { Segment(column: $0.start, text: $0.drawing, isMain: $0.isMain) }
  guard let deepest = levels.max() else { return [lines] }
  return [lines]
    + (0...deepest).map { row in
      labelled.indices.compactMap { index in
        let underline = labelled[index]
        if levels[index] < row { return nil }
        return Segment(
          column: underline.anchor, text: levels[index] == row ? underline.text : "│", isMain: underline.isMain)
      }
    }
}
