/// A place in a text that moves on as the words there are recognised.
struct TextCursor {
  /// The signs of the text.
  let scalars: [Unicode.Scalar]
  /// How many signs are behind.
  private(set) var position: Int

  /// Creates a cursor before the first sign of `text`.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    position = 0
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= scalars.count }
  /// The next sign.
  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }
  /// What is left.
  var rest: String { text(from: position) }

  /// Returns the text from `start` to the end.
  func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[min(start, scalars.count)...])
    return String(view)
  }

  /// Moves to another place of the text.
  mutating func move(to place: Int) {
    position = min(max(0, place), scalars.count)
  }

  /// Steps over one sign.
  mutating func skip() {
    position = min(position + 1, scalars.count)
  }

  /// Steps over `word`, if it stands here.
  mutating func take(_ word: String) -> Bool {
    var place = position
    for scalar in word.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    position = place
    return true
  }

  /// Steps over the longest of `words` that stands here, and returns it.
  mutating func takeLongest(of words: some Sequence<String>) -> String? {
    let start = position
    var best: (word: String, end: Int)?
    for word in words {
      position = start
      if take(word), position > best?.end ?? start { best = (word, position) }
    }
    position = best?.end ?? start
    return best?.word
  }

  /// Steps over a run of `count` ASCII digits, no more and no fewer, and returns their number.
  mutating func takeDigits(_ count: ClosedRange<Int>) -> Int? {
    var place = position
    var number = 0
    while place < scalars.count, ("0"..."9").contains(scalars[place]), place - position <= count.upperBound {
      number = number * 10 + Int(scalars[place].value) - 48
      place += 1
    }
    guard count.contains(place - position) else { return nil }
    position = place
    return number
  }
}
