import Indicators
import Source

extension Coverage {
  /// Returns how many samples the aggregate `name` rests on at the periods `shown`, or at all where there are none: in
  /// the cell with the fewest known.
  func sampleNote(_ name: String, at shown: [Period]) -> Phrase {
    var cells: [(known: Double, frame: Double)] = []
    let periods = shown.filter(known.periods.contains)
    for offset in 0..<known.count {
      if let period = known.period(at: offset), !periods.isEmpty, !periods.contains(period) { continue }
      cells.append((known.values[offset], frame.values[offset]))
    }
    let told = cells.filter { $0.frame > 0 }
    guard let fewest = told.min(by: { $0.known < $1.known }) else {
      return Phrase("\(name): nothing uncertain reaches it", "\(name)：不受任何不确定因素影响")
    }
    let (number, count) = (Int(fewest.known), Int(fewest.frame))
    if number == count { return Phrase("\(name): \(count) samples", "\(name)：\(count) 个样本") }
    let isEverywhere = told.allSatisfy { $0 == fewest }
    return Phrase(
      "\(name): \(isEverywhere ? "" : "at least ")\(number) of \(count) samples known",
      "\(name)：\(isEverywhere ? "" : "至少")已知 \(number)/\(count) 个样本")
  }
}
