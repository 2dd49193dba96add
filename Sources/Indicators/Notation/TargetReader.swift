import Units

/// Reads the parts of a target for one indicator.
struct TargetReader {
  /// The indicator's unit.
  let unit: MeasurementUnit?
  /// The units that may be printed.
  let units: UnitTable
  /// The indicator's name.
  let indicator: String

  /// What one part asks.
  struct Part {
    /// The conditions.
    var conditions: [TargetCondition]
    /// The digits after the point.
    var decimals = 0
    /// The unit printed, where the indicator has none.
    var unit: MeasurementUnit?
  }

  /// Reads parts that were joined; nil where they cannot all be right.
  func readParts(_ parts: [String]) -> TargetReading? {
    var reading = TargetReading(conditions: [], decimals: 0, unit: nil, isPlain: false)
    var numbers: [TargetCondition] = []
    var hasProse = false
    for part in parts {
      var cursor = TextCursor(part)
      let isAmbition = !numbers.isEmpty && cursor.takeLongest(of: TargetWords.ambitions) != nil
      if !isAmbition, let read = readPart(part) {
        let measured = read.conditions.filter { !$0.isWithoutNumber }
        if numbers.isEmpty, !measured.isEmpty { (reading.decimals, reading.unit) = (read.decimals, read.unit) }
        numbers += measured
        reading.conditions += read.conditions
      } else {
        hasProse = hasProse || !isAmbition
        reading.conditions.append(.milestone(part))
      }
    }
    // Two numbers for one indicator, unless they are its bounds, and a bare number beside prose say too little.
    if numbers.count > 2 || (numbers.count == 2 && !TargetCondition.areBounds(numbers)) { return nil }
    if hasProse, numbers.contains(where: \.isBareNumber) { return nil }
    return reading.conditions.allSatisfy(\.isMilestone) ? nil : reading
  }

  /// Reads one part, without blanks; nil where it fits no notation.
  func readPart(_ text: String) -> Part? {
    guard text.unicodeScalars.count <= 64 else { return nil }
    if let words = readWords(text) { return words }
    if let rank = readRank(text) { return rank }
    var cursor = TextCursor(text)
    if let found = readFrom(cursor) { return found }
    while cursor.takeLongest(of: TargetWords.openings + TargetWords.comparedWithLastYear) != nil {
      if let found = readFrom(cursor) { return found }
    }
    return nil
  }

  private func readFrom(_ cursor: TextCursor) -> Part? {
    readChange(cursor) ?? readLevel(cursor.rest)
  }

  /// Reads words that need no number: 稳步提升, 逐步缩小, 完成省市下达目标.
  private func readWords(_ text: String) -> Part? {
    func isMade(of lists: [[String]], needing needed: [String]) -> Bool {
      var cursor = TextCursor(text)
      return cursor.consists(of: lists, needing: needed)
    }
    let manners = [TargetWords.manners, TargetWords.comparedWithLastYear]
    let rises = isMade(of: manners, needing: TargetWords.rises)
    let falls = isMade(of: manners, needing: TargetWords.falls)
    if isMade(of: [TargetWords.openings, TargetWords.manners], needing: TargetWords.notLess) {
      return Part(conditions: [.adds(0)])
    }
    if isMade(of: [TargetWords.openings, TargetWords.manners], needing: TargetWords.notMore) {
      return Part(conditions: [.shrinks(0)])
    }
    if rises != falls { return Part(conditions: [rises ? .rises : .falls]) }
    if isMade(of: [TargetWords.besideAssigning], needing: TargetWords.assigning) {
      return Part(conditions: [.assigned])
    }
    return nil
  }

  /// Reads 排名全省前40, 全市第一.
  private func readRank(_ text: String) -> Part? {
    var cursor = TextCursor(text)
    while cursor.takeLongest(of: TargetWords.ranking) != nil {}
    let start = cursor.position
    var group = cursor.takeLongest(of: TargetWords.groups)
    if group == nil {
      while let next = cursor.next, next != "前", next != "第", (0x4E00...0x9FFF).contains(next.value),
        cursor.position - start < 8
      {
        cursor.skip()
      }
      let name = String(String.UnicodeScalarView(cursor.scalars[start..<cursor.position]))
      let isPlace = name.unicodeScalars.last.map { "省市县区国州内类".unicodeScalars.contains($0) } ?? false
      group = name.unicodeScalars.count > 1 && isPlace ? name : nil
    }
    guard let group else { return nil }
    while cursor.takeLongest(of: TargetWords.ranking) != nil {}
    guard cursor.take("前") || cursor.take("第"),
      let place = cursor.takeDigits(1...5) ?? cursor.takeChineseNumeral(), place > 0
    else { return nil }
    _ = cursor.takeLongest(of: TargetWords.placed)
    return cursor.isAtEnd ? Part(conditions: [.ranks(within: place, of: group)]) : nil
  }
}
