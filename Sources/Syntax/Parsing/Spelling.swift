import Source

/// Returns the spelling of one of `keywords` that is nearest to `word`, where it is near enough for a slip.
func nearest(to word: String, among keywords: [Keyword]) -> String? {
  nearestKeyword(to: word, among: keywords)?.spelling
}

/// Returns the one of `keywords` whose spelling is nearest to `word`, where it is near enough for a slip.
func nearestKeyword(to word: String, among keywords: [Keyword]) -> (keyword: Keyword, spelling: String)? {
  let letters = Array(word.unicodeScalars.prefix(40))
  guard letters.count > 1 else { return nil }
  var best: (keyword: Keyword, spelling: String, distance: Int)?
  for keyword in keywords {
    for spelling in keyword.entry.spellings {
      let other = Array(spelling.unicodeScalars)
      let isAscii = spelling.utf8.allSatisfy { $0 < 0x80 }
      let allowed = isAscii ? (other.count < 6 ? 1 : 2) : (other.count + 1) / 3
      guard abs(other.count - letters.count) <= allowed, isAscii || other.count > 1 else { continue }
      let distance = isAscii ? editDistance(lowercased(letters), other) : editDistance(letters, other)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (keyword, spelling, distance) }
    }
  }
  return best.map { ($0.keyword, $0.spelling) }
}

private func lowercased(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
  letters.map { $0.value >= 0x41 && $0.value <= 0x5A ? Unicode.Scalar(UInt8($0.value) + 0x20) : $0 }
}

/// Returns how many letters must be added, dropped, changed or swapped with their neighbour to make `b` of `a`,
/// neither of which is empty.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var cost = min(rows[i - 1][j], row[j - 1]) + 1
      cost = min(cost, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[i - 2][j - 2] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
