/// Returns the candidates that a person who wrote `name` may have meant, the nearest first.
///
/// Near is a candidate that a few slips of typing turn into `name` (one in three characters, at least one, never all of
/// them), or one that contains `name` or is contained in it, which counts a little nearer. Slips are a character left out, put in, replaced or swapped
/// with its neighbour (Damerau–Levenshtein over Unicode scalars, ASCII letters without case). Equally near names stand in
/// the order of their scalars, whatever the order of `candidates`.
package func nearestNames(to name: String, among candidates: some Sequence<String>, atMost: Int) -> [String] {
  var nearness = Nearness(to: name)
  guard atMost > 0, nearness.isUsable else { return [] }
  var best: [(rank: Int, name: String)] = []
  for candidate in candidates {
    guard let rank = nearness.rank(of: candidate) else { continue }
    if best.count == atMost, let last = best.last, (last.rank, last.name) <= (rank, candidate) { continue }
    if best.contains(where: { $0.name == candidate }) { continue }
    let place = best.firstIndex { (rank, candidate) < ($0.rank, $0.name) } ?? best.endIndex
    best.insert((rank, candidate), at: place)
    if best.count > atMost { best.removeLast() }
  }
  return best.map(\.name)
}

/// Measures candidates against one name, with buffers that are used again for each.
private struct Nearness {
  private let name: [UInt32]
  private var candidate: [UInt32] = []
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// The longest name that is compared; nobody mistypes a longer one.
  private static let longest = 128

  init(to name: String) {
    var scalars: [UInt32] = []
    for scalar in name.unicodeScalars.prefix(Nearness.longest + 1) { scalars.append(Nearness.folded(scalar)) }
    self.name = scalars
  }

  var isUsable: Bool { !name.isEmpty && name.count <= Nearness.longest }

  /// Returns how far `text` is from the name, smaller is nearer; nil where it is not near.
  mutating func rank(of text: String) -> Int? {
    // A scalar takes at most four bytes, so most lengths are decided without decoding.
    guard text.utf8.count <= Nearness.longest * 4 else { return nil }
    candidate.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars { candidate.append(Nearness.folded(scalar)) }
    guard !candidate.isEmpty, candidate.count <= Nearness.longest else { return nil }
    let (shorter, longer) = (min(name.count, candidate.count), max(name.count, candidate.count))
    let bound = min(max(1, longer / 3), longer - 1)
    let holds = shorter >= 2 && contains()
    if longer - shorter <= bound, let slips = distance(atMost: bound), slips < shorter || slips == 0 {
      return slips * 2 - (holds ? 1 : 0)
    }
    return holds ? (longer - shorter) * 2 : nil
  }

  /// Whether the shorter of the two stands within the longer.
  private func contains() -> Bool {
    let (short, long) = name.count <= candidate.count ? (name, candidate) : (candidate, name)
    for start in 0...(long.count - short.count) where long[start] == short[0] {
      if long[start..<(start + short.count)].elementsEqual(short) { return true }
    }
    return false
  }

  /// Returns the slips between the two, or nil where they are more than `bound`.
  private mutating func distance(atMost bound: Int) -> Int? {
    let width = candidate.count + 1
    if current.count < width {
      beforePrevious = Array(repeating: 0, count: width)
      previous = beforePrevious
      current = beforePrevious
    }
    for column in 0..<width { current[column] = column }
    for line in 1...name.count {
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
      current[0] = line
      var least = line
      for column in 1..<width {
        let replaced = Nearness.cost(of: name[line - 1], for: candidate[column - 1])
        var slips = min(previous[column - 1] + replaced, previous[column] + 1, current[column - 1] + 1)
        if line > 1, column > 1, name[line - 1] == candidate[column - 2], name[line - 2] == candidate[column - 1] {
          slips = min(slips, beforePrevious[column - 2] + 1)
        }
        current[column] = slips
        least = min(least, slips)
      }
      if least > bound { return nil }
    }
    return current[width - 1] <= bound ? current[width - 1] : nil
  }

  /// A character is not mistaken for one of another script, so that costs as much as leaving out one and putting in one.
  private static func cost(of first: UInt32, for second: UInt32) -> Int {
    first == second ? 0 : (first < 0x80) == (second < 0x80) ? 1 : 2
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    return (0x41...0x5A).contains(value) ? value + 0x20 : value
  }
}
