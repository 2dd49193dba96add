/// Finds words among the lines of a table of words, without making a string of each.
///
/// A dictionary of the same words would take a tenth of a short run to fill.
package struct WordIndex: Sendable {
  /// Where a word begins.
  private struct Place {
    let line: Int32
    let start: Int32
  }

  private let lines: [String]
  /// The words by their hashes, each in the first free place at or after its own; a power of two, at most half full.
  private var places: [Place?]

  /// Creates the index of the words of `lines`, which blanks part.
  package init(_ lines: [String]) {
    self.lines = lines
    let count = lines.reduce(0) { $0 + $1.utf8.count { $0 == blank } + 1 }
    var size = 16
    while size < 2 * count { size *= 2 }
    places = Array(repeating: nil, count: size)
    for (number, line) in lines.enumerated() {
      Self.eachWord(of: line) { word, start in add(word, Place(line: Int32(number), start: Int32(start))) }
    }
  }

  /// Returns the number of the first line that holds `word`, from 0.
  package func line(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { bytes in
      if bytes.isEmpty || bytes.contains(blank) { return nil }
      return places[slot(of: bytes)].map { Int($0.line) }
    }
  }

  /// The words in the order of the lines; one that stands twice is there twice.
  package var words: [String] { lines.flatMap(\.wordsBetweenBlanks) }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ place: Place) {
    let slot = slot(of: word)
    if places[slot] == nil { places[slot] = place }
  }

  /// Returns where `word` is, or the free place that it would take.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (places.count - 1)
    while let place = places[slot], !holds(word, at: place) { slot = (slot + 1) & (places.count - 1) }
    return slot
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, at place: Place) -> Bool {
    var line = lines[Int(place.line)]
    return line.withUTF8 { bytes in
      let rest = bytes[Int(place.start)...]
      return rest.starts(with: word) && (rest.count == word.count || rest[rest.startIndex + word.count] == blank)
    }
  }

  /// Calls `body` for each word of `line`, with the position where it begins.
  private static func eachWord(of line: String, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    var line = line
    line.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == blank {
        if end > start { body(UnsafeBufferPointer(rebasing: bytes[start..<end]), start) }
        start = end + 1
      }
    }
  }
}

extension String {
  /// The words that blanks part, found by bytes: to look for blanks among characters would take a short run's time many times.
  package var wordsBetweenBlanks: [String] { utf8.split(separator: blank).map { String(Substring($0)) } }
}

private let blank = UInt8(ascii: " ")
