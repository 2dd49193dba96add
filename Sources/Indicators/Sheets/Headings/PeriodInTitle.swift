/// Returns the first period that a line such as `2023年9月主要指标` names, if it names one.
///
/// A year with 年 goes before a bare one, and an end of a span such as `2021—2025年` is none.
func periodInTitle(_ text: String) -> SheetPeriod? {
  periods(in: TextCursor(compactText(text)), isBareYearRead: false)
    ?? periods(in: TextCursor(compactText(text)), isBareYearRead: true)
}

private func periods(in title: TextCursor, isBareYearRead: Bool) -> SheetPeriod? {
  var cursor = title
  while !cursor.isAtEnd {
    let start = cursor.position
    if !isInside(title, start), let year = cursor.takeDigits(4...4), PeriodNotation.years.contains(year) {
      if cursor.next == "年" || (isBareYearRead && !isSpan(cursor.next)) {
        cursor.move(to: start)
        switch PeriodNotation(&cursor) {
        case .period(let period): return SheetPeriod(period: period)
        case .cumulative(let year, let frequency, let part):
          return PeriodNotation.cumulative(year: year, frequency, part).resolved(in: nil)
        case .day, .part, .relative, .current, .alone, .running, nil: break
        }
      }
    }
    cursor.move(to: start + 1)
  }
  return nil
}

/// Whether the number at `place` is the rest of a longer one or the end of a span.
private func isInside(_ title: TextCursor, _ place: Int) -> Bool {
  guard place > 0 else { return false }
  let before = title.scalars[place - 1]
  return ("0"..."9").contains(before) || before == "." || isSpan(before)
}

private func isSpan(_ scalar: Unicode.Scalar?) -> Bool {
  scalar.map { "-—–~至/".unicodeScalars.contains($0) } ?? false
}
