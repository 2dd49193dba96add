import Source
import Units

/// What the texts of a row say of its targets.
struct TargetTraits {
  /// What is known of texts that rows share.
  enum Meaning {
    /// No row that was looked at has them.
    case open
    /// Rows with them must be read by themselves.
    case special
    case plain(TargetTraits)
  }

  /// Whether more is better; nil where the row does not say.
  let isHigherBetter: Bool?
  /// The number of the row's text columns.
  let attributes: Int32
}

/// Targets of rows taken as they were scanned, where reading each row would come to the same.
extension SheetReader {
  /// Numbers from here on, and such with more decimals, may have more characters than a plain target.
  private static let limit = 1e8
  private static let mostDecimals = 6

  /// Adds the targets of the row of `indicator` whose first cell is at `cell` and whose texts have the code `trait` to `run`; false
  /// where the row must be read by itself.
  mutating func addTargets(
    ofRowAt cell: Int, in block: ObservationBlock, _ indicator: RowIndicator, _ plan: ScanPlan, trait: Int,
    _ codes: CodeMeanings, _ delimiter: Delimiter, to run: inout TargetRun
  ) -> Bool {
    var isAsking = false
    for value in plan.targets where block.reason(cell + value) == .known {
      let number = block.values[cell + value]
      guard number > 0, number < Self.limit, block.decimals(cell + value) <= Self.mostDecimals, indicator.unit == nil
      else { return false }
      isAsking = true
    }
    if isAsking {
      guard let traits = traits(trait, ofRowAt: block.rowStart(of: cell), codes, delimiter) else { return false }
      for value in plan.targets where block.reason(cell + value) == .known { run.add(cell + value, traits) }
    }
    // Where there are only targets, no cell of the block is kept.
    if !plan.observed.isEmpty {
      for value in plan.targets { block.leaveOut(cell + value) }
    }
    return true
  }

  /// Takes the targets of `run`, which are in `block`.
  mutating func take(_ run: TargetRun, of block: ObservationBlock) { sheet.targets.append(run, of: block) }

  /// Returns what the texts with the code `trait`, which the row that begins at `start` has, say of its targets; nil where it must
  /// be read by itself for them.
  private mutating func traits(
    _ trait: Int, ofRowAt start: @autoclosure () -> Int, _ codes: CodeMeanings, _ delimiter: Delimiter
  ) -> TargetTraits? {
    while codes.traits.count <= trait { codes.traits.append(.open) }
    if case .open = codes.traits[trait] {
      codes.traits[trait] = targetTraits(ofRowAt: start(), delimiter).map { .plain($0) } ?? .special
    }
    if case .plain(let traits) = codes.traits[trait] { return traits }
    return nil
  }

  /// Returns what the texts of the row that begins at `start` say of its targets; nil where there is something to be noted of
  /// them.
  private mutating func targetTraits(ofRowAt start: Int, _ delimiter: Delimiter) -> TargetTraits? {
    var scanner = RecordScanner(sheet.bytes, delimiter: delimiter.byte, offset: start)
    guard scanner.next() else { return nil }
    return sheet.bytes.withUnsafeBufferPointer { buffer in
      let row = Row(bytes: buffer, coding: sheet.coding, record: scanner.record)
      var isHigherBetter: Bool?
      if let text = text(layout.better, row), marks.reason(of: text) == nil {
        isHigherBetter = DirectionWords.isHigherBetter(text)
        if isHigherBetter == nil { return nil }
      }
      return TargetTraits(
        isHigherBetter: isHigherBetter, attributes: sheet.targets.number(of: attributes(row)))
    }
  }
}
