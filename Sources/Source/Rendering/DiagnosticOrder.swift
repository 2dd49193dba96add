/// Sorts findings the way people read them, each once: the command line, scripts by place, then sheets by place.
///
/// Sheets stand in the order in which they first occur; what lies at one place keeps its order.
package func inReadingOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  // Long lists are mostly of one kind and stand in order, one at each place.
  if areInReadingOrder(diagnostics) { return diagnostics }
  var files: [String: Int] = [:]
  var places: [ReadingPlace] = []
  places.reserveCapacity(diagnostics.count)
  for (position, diagnostic) in diagnostics.enumerated() {
    places.append(ReadingPlace(of: diagnostic.site, position: position, &files))
  }
  places.sort { $0.precedes($1) }
  var result: [Diagnostic] = []
  result.reserveCapacity(places.count)
  // Findings that are equal stand at one place, so each is compared only with those beside it.
  var firstHere = 0
  for (index, place) in places.enumerated() {
    if index > 0, !place.isBeside(places[index - 1]) { firstHere = result.count }
    let diagnostic = diagnostics[place.position]
    if !result[firstHere...].contains(diagnostic) { result.append(diagnostic) }
  }
  return result
}

/// Returns whether `diagnostics` stand in order, each at a place of its own.
private func areInReadingOrder(_ diagnostics: [Diagnostic]) -> Bool {
  var files: [String: Int] = [:]
  var last: ReadingPlace?
  for (position, diagnostic) in diagnostics.enumerated() {
    let place = ReadingPlace(of: diagnostic.site, position: position, &files)
    if let last, !last.precedes(place) || last.isBeside(place) { return false }
    last = place
  }
  return true
}

/// Where a finding stands in the order of reading.
private struct ReadingPlace {
  /// The command line, scripts or sheets.
  let part: UInt8
  /// The text or the sheet.
  let file: Int
  /// The line and column, or the first and last byte.
  let (start, end): (Int, Int)
  /// The position among the findings as they were made.
  let position: Int

  init(of site: Site, position: Int, _ files: inout [String: Int]) {
    self.position = position
    switch site {
    case .command: (part, file, start, end) = (0, 0, 0, 0)
    case .script(let range):
      (part, file, start, end) = (1, Int(range.source.index), Int(range.start), Int(range.end))
    case .file(let name): (part, file, start, end) = (2, files.index(of: name), 0, 0)
    case .cell(let place): (part, file, start, end) = (2, files.index(of: place.file), place.line, place.column)
    }
  }

  func isBeside(_ other: ReadingPlace) -> Bool {
    part == other.part && file == other.file && start == other.start && end == other.end
  }

  func precedes(_ other: ReadingPlace) -> Bool {
    if part != other.part { return part < other.part }
    if file != other.file { return file < other.file }
    if start != other.start { return start < other.start }
    return end != other.end ? end < other.end : position < other.position
  }
}

extension [String: Int] {
  /// Returns the position of `name` in order of first appearance.
  fileprivate mutating func index(of name: String) -> Int {
    if let index = self[name] { return index }
    self[name] = count
    return count - 1
  }
}
