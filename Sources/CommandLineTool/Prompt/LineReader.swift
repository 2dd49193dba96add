/// Where the lines of a session come from.
protocol LineReader {
  /// Asks for a line with `prompt` and returns what came of it.
  mutating func read(prompt: String) -> LineRead

  /// Keeps `entry`, which may be several lines, for going back to.
  mutating func remember(_ entry: String)
}

/// What came of asking for a line.
enum LineRead: Equatable {
  /// A line, without its end.
  case line(String)
  /// The user gave the line up.
  case givenUp
  /// There are no more lines.
  case end
}
