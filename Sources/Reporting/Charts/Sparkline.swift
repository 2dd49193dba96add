/// Returns `values` as a small line of block characters, from the least to the greatest; a blank for a missing one.
func sparklineText(_ values: [Double?]) -> String {
  let known = values.compactMap { $0 }.filter(\.isFinite)
  guard let least = known.min(), let greatest = known.max() else { return "" }
  let blocks = Array("▁▂▃▄▅▆▇█")
  return String(
    values.map { value -> Character in
      guard let value, value.isFinite else { return " " }
      // Values that are all equal stand in the middle; halves keep the span from overflowing.
      let span = greatest / 2 - least / 2
      let share = span > 0 ? (value / 2 - least / 2) / span : 0.5
      return blocks[min(blocks.count - 1, Int(share * Double(blocks.count)))]
    })
}
