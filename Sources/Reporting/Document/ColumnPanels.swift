/// Returns which columns of a table, `gap` apart, stand side by side within `width`: each panel begins with the first column, and
/// one that is wider than that stands alone beside it.
func columnPanels(_ widths: [Int], gap: Int, within width: Int) -> [[Int]] {
  guard let first = widths.first else { return [] }
  var panels: [[Int]] = []
  var panel = [0]
  var used = first
  for column in widths.indices.dropFirst() {
    if used + gap + widths[column] > width, panel.count > 1 {
      panels.append(panel)
      panel = [0]
      used = first
    }
    panel.append(column)
    used += gap + widths[column]
  }
  return panels + [panel]
}
