/// Finds words among the lines of a table of words, without making a string of each.
///
/// A dictionary of the same words would take a tenth of a short run to fill.
package struct WordIndex: Sendable {
  /// Where a word stands.
  private struct Place {
    let hash: UInt64
    let line: Int32
    let start: Int32
    let count: Int32
  }

  private let lines: [String]
  private let places: [Place]
  /// The positions of places by hash, each in the first free slot at or after its own, -1 where there is none; a power of two,
  /// at most half full.
  private var slots: [Int32]

  /// Creates the index of the words of `lines`, which blanks part.
  package init(_ lines: [String]) {
    self.lines = lines
    var places: [Place] = []
    places.reserveCapacity(2 * lines.count)
    for number in lines.indices { Self.add(lines[number], number, to: &places) }
    self.places = places
    var size = 16
    while size < 2 * places.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for position in places.indices {
      let slot = slot(of: places[position].hash) { isSame(places[$0], places[position]) }
      if slots[slot] < 0 { slots[slot] = Int32(position) }
    }
  }

  /// Returns the number of the first line that holds `word`, from 0.
  package func line(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { bytes in
      var hash = emptyHash
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* hashFactor }
      let slot = slot(of: hash) { holds(bytes, at: places[$0]) }
      return slots[slot] < 0 ? nil : Int(places[Int(slots[slot])].line)
    }
  }

  /// The words in the order of the lines; one that stands twice is there twice.
  package var words: [String] { lines.flatMap(\.wordsBetweenBlanks) }

  /// Returns where a word with `hash` is that `isFound` knows by its place, or the free slot that it would take.
  private func slot(of hash: UInt64, _ isFound: (Int) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, places[Int(slots[slot])].hash != hash || !isFound(Int(slots[slot])) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ first: Place, _ second: Place) -> Bool {
    var line = lines[Int(second.line)]
    return line.withUTF8 { bytes in
      let start = Int(second.start)
      return holds(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(second.count)]), at: first)
    }
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, at place: Place) -> Bool {
    if Int(place.count) != word.count { return false }
    var line = lines[Int(place.line)]
    return line.withUTF8 { bytes in
      var offset = 0
      while offset < word.count, word[offset] == bytes[Int(place.start) + offset] { offset += 1 }
      return offset == word.count
    }
  }

  /// Adds the words of `line` in one pass over its bytes.
  private static func add(_ line: String, _ number: Int, to places: inout [Place]) {
    var line = line
    line.withUTF8 { bytes in
      var (hash, start) = (emptyHash, 0)
      for end in 0...bytes.count {
        if end < bytes.count, bytes[end] != blank {
          hash = (hash ^ UInt64(bytes[end])) &* hashFactor
          continue
        }
        if end > start {
          places.append(
            Place(
              hash: hash, line: Int32(clamping: number), start: Int32(clamping: start),
              count: Int32(clamping: end - start)))
        }
        (hash, start) = (emptyHash, end + 1)
      }
    }
  }
}

/// The FNV-1a hash of no bytes, and the factor by which each byte moves it on.
private let (emptyHash, hashFactor): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x0000_0100_0000_01b3)

extension String {
  /// The words that blanks part, found by bytes: to look for blanks among characters would take a short run's time many times.
  package var wordsBetweenBlanks: [String] { utf8.split(separator: blank).map { String(Substring($0)) } }
}

private let blank = UInt8(ascii: " ")
