/// How the numbers of a sheet mark their fractions, as its first records show.
enum DecimalMark {
  /// A point; commas group by three.
  case point
  /// A comma; points group by three.
  case comma
  /// A point, though the numbers show both, or a sheet parted by semicolons could mean `1,234` or `1.234` the other way.
  case unclear

  /// Tells the mark from `cells`: `1,5`, `1234,567` and `1.234,5` show a comma, `1.5` and `1,234.5` a point.
  init(cells: some Sequence<String>, isPartedBySemicolons: Bool) {
    var showsComma = false
    var showsPoint = false
    var isAmbiguous = false
    for cell in cells {
      let bytes = Array(foldedName(cell).utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
      guard bytes.allSatisfy({ isNumeral($0) || $0 == 0x20 }),
        let sign = bytes.last(where: { !isNumeral($0, sign: false) })
      else { continue }
      let isComma = sign == UInt8(ascii: ",")
      guard isComma || sign == UInt8(ascii: ".") else { continue }
      let hasOther = bytes.contains(isComma ? UInt8(ascii: ".") : UInt8(ascii: ","))
      guard let place = bytes.firstIndex(of: sign), bytes.lastIndex(of: sign) == place else {
        // 1.234.567 groups by points, so a comma is left for the fraction.
        let parts = bytes.split(separator: sign, omittingEmptySubsequences: false)
        let isGrouped = (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
        if !isComma, !hasOther, isGrouped { showsComma = true }
        continue
      }
      let (before, behind) = (place, bytes.count - place - 1)
      if behind == 0 { continue }
      if hasOther || behind != 3 || before > 3 || bytes[..<place].elementsEqual(CollectionOfOne(0x30)) {
        if isComma { showsComma = true } else { showsPoint = true }
      } else {
        isAmbiguous = true
      }
    }
    switch (showsComma, showsPoint) {
    case (true, false): self = .comma
    case (true, true): self = .unclear
    case (false, true): self = .point
    case (false, false): self = isAmbiguous && isPartedBySemicolons ? .unclear : .point
    }
  }
}

/// Returns `text` with a point for the decimal comma of each number in it, and without the points that group by three.
func withDecimalPoints(_ text: String) -> String {
  var result: [UInt8] = []
  var run: [UInt8] = []
  func close() {
    result += converted(run) ?? run
    run.removeAll()
  }
  for byte in text.utf8 {
    if isNumeral(byte) {
      run.append(byte)
    } else {
      close()
      result.append(byte)
    }
  }
  close()
  return String(decoding: result, as: UTF8.self)
}

/// Returns a number with a decimal comma as one with a point; nil where it is written otherwise.
private func converted(_ run: [UInt8]) -> [UInt8]? {
  let sides = run.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard (1...2).contains(sides.count), !sides[0].isEmpty else { return nil }
  if sides.count == 2, sides[1].isEmpty || sides[1].contains(UInt8(ascii: ".")) { return nil }
  let groups = sides[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  if groups.count > 1 {
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
  }
  let whole = groups.flatMap { $0 }
  return sides.count == 2 ? whole + [UInt8(ascii: ".")] + sides[1] : whole
}

/// Whether `byte` is a digit, or one of the signs in a number.
private func isNumeral(_ byte: UInt8, sign: Bool = true) -> Bool {
  (0x30...0x39).contains(byte) || (sign && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")))
}
