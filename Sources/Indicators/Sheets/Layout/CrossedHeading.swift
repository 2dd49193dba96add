/// Two headings above one another, of which one names a period and the other an indicator or a region: 2023年 over 收入.
struct CrossedHeading: Hashable {
  /// The name.
  let name: String
  /// The period.
  let period: PeriodNotation

  /// Reads the headings `above` and `below`; nil where they do not cross.
  init?(_ above: String, _ below: String) {
    switch (Heading(above).meaning, Heading(below).meaning) {
    case (.values(let period?), .unknown) where PeriodNotation(above) != nil && !Heading(below).speaksOfGrowth:
      (name, self.period) = (below, period)
    case (.unknown, .values(let period?)) where PeriodNotation(below) != nil && !above.isEmpty:
      (name, self.period) = (above, period)
    default: return nil
    }
  }
}
