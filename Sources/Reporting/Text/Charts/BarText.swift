import Source

/// Draws one bar with blocks that are eighths of a column wide.
struct BarText {
  /// The width of the place for bars in columns.
  let width: Int
  /// The least and the greatest number of the scale; 0 lies within.
  private let least: Double
  private let greatest: Double

  /// Creates a scale of `width` columns that holds `values` and 0.
  init(_ values: [Double?], width: Int) {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    self.width = max(1, width)
    least = min(0, known.min() ?? 0)
    greatest = max(0, known.max() ?? 0)
  }

  /// Whether bars go to the left of 0 as well.
  var hasNegatives: Bool { least < 0 }

  /// Returns how far `value` lies from the left end in eighths of a column.
  func eighths(_ value: Double) -> Int {
    // Halves keep the span from overflowing.
    let span = greatest / 2 - least / 2
    guard span > 0, value.isFinite else { return 0 }
    let share = min(1, max(0, (value / 2 - least / 2) / span))
    return Int((share * Double(width * 8)).rounded())
  }

  /// The column in which 0 lies; bars to its left end before it.
  var zero: Int { min(width - 1, eighths(0) / 8) }

  /// Returns the bar from 0 to `value`, with blanks up to where it begins.
  func bar(_ value: Double) -> String {
    let (end, start) = (eighths(value), zero * 8)
    if value >= 0 || !hasNegatives {
      let length = max(end - start, value > 0 ? 1 : 0)
      return String(repeating: " ", count: zero) + Self.blocks(length)
    }
    // To the left there are only whole and half blocks.
    let halves = (start - end + 2) / 4
    let bar = (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
    return bar.isEmpty ? String(repeating: " ", count: max(0, zero - 1)) + "▕" : bar.padded(to: zero, atStart: true)
  }

  /// Returns a bar that is `eighths` of a column long.
  static func blocks(_ eighths: Int) -> String {
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: max(0, eighths) / 8) + parts[max(0, eighths) % 8]
  }
}
