/// The levels of headings below a title, none of which is skipped.
struct HeadingLevels {
  /// The deepest level that HTML has.
  private static let deepest = 6

  /// The level of the title above.
  let title: Int
  /// The levels that the script gave to the headings that are open.
  private var open: [Int] = []

  /// Begins below a title of level `title`; 0 where there is none.
  init(below title: Int) {
    self.title = title
  }

  /// Returns the level in the document of a heading that the script calls one of `level`.
  mutating func place(_ level: Int) -> Int {
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(title + open.count, Self.deepest)
  }
}
