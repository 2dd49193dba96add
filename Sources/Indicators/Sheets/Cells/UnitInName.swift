import Units

/// An indicator's name as printed, parted into the name and the unit in its trailing parentheses.
struct NameWithUnit {
  /// The name as names compare; with the parentheses where they hold no unit.
  let name: String
  /// The unit, if there is one.
  let unit: PrintedUnit?

  /// Parts `printed`; text in parentheses is a unit where the table knows it or it looks like a counting word.
  init(_ printed: String, units: UnitTable) {
    let folded = foldedName(printed)
    if let (name, printed) = trailingParentheses(folded), case let inner = UnitWords.withoutLabel(printed),
      UnitWords.canBeUnit(inner, after: name), let unit = PrintedUnit(inner, units: units, isStated: false)
    {
      self.name = name
      self.unit = unit
    } else {
      name = folded
      unit = nil
    }
  }
}

/// A unit as a sheet prints it, with the names in it that the table does not know.
struct PrintedUnit {
  /// The unit.
  let unit: MeasurementUnit
  /// The names that have to be declared, each a unit of its own.
  let unknown: [String]

  /// Reads `text`; where it `isStated` to be a unit, as in a unit column, any name is taken for one.
  init?(_ text: String, units: UnitTable, isStated: Bool) {
    var units = units
    var unknown: [String] = []
    while true {
      switch units.parse(text) {
      case .success(let unit):
        self.unit = unit
        self.unknown = unknown
        return
      case .failure(.unknown(let name)):
        guard isStated || UnitWords.looksLikeCountingWord(name, units: units), unknown.count < 4,
          // A name of several words would be taken for several names.
          !name.contains(" "), units.declare(name, as: nil)
        else { return nil }
        unknown.append(name)
      case .failure(.empty), .failure(.malformed), .failure(.tooLong): return nil
      }
    }
  }
}

/// Words that help to tell units from other text in parentheses; an editable table.
enum UnitWords {
  /// Units that are also places: `村(社区)` is two kinds of places, `建设数(村)` a unit.
  private static let places: Set<String> = [
    "村", "行政村", "社区", "街道", "镇", "乡", "乡镇", "县", "市", "区", "省", "国", "班", "组", "队", "站", "所", "点", "室", "园",
  ]
  /// Signs that stand in parentheses for other reasons than to count.
  private static let others = Set("改新旧上下左右中内外前后男女老少大小高低城乡东西南北甲乙丙丁一二三四五六七八九十含注略无零副正类版试".unicodeScalars)

  /// Returns `text` without a label such as `单位:`.
  static func withoutLabel(_ text: String) -> String {
    var cursor = TextCursor(text)
    guard cursor.takeLongest(of: ["计量单位:", "单位:", "unit:", "Unit:"]) != nil else { return text }
    return foldedName(cursor.rest)
  }

  /// Whether `text` in parentheses after `name` can be a unit at all.
  static func canBeUnit(_ text: String, after name: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= 16, let first = scalars.first else { return false }
    if ("0"..."9").contains(first) { return isRoundCount(text) }
    guard places.contains(text) else { return true }
    return !places.contains { name.hasSuffix($0) }
  }

  /// Whether a name that the table does not know looks like a counting word: one sign, or one with 次 or 数.
  static func looksLikeCountingWord(_ name: String, units: UnitTable) -> Bool {
    var scalars = Array(name.unicodeScalars)
    while scalars.count > 1, "十百千万亿".unicodeScalars.contains(scalars[0]) { scalars.removeFirst() }
    if scalars.count == 2, scalars[1] == "次" || scalars[1] == "数" {
      return units.unit(named: String(scalars[0])) != nil
    }
    guard scalars.count == 1, let sign = scalars.first, !others.contains(sign) else { return false }
    return (0x4E00...0x9FFF).contains(sign.value)
  }

  /// Whether `text` begins with a count such as 10 or 100 that units are made of: `100人`, not `15分钟` or `2023年`.
  private static func isRoundCount(_ text: String) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard digits.count > 1, digits.count < text.count, digits.first == "1" else { return false }
    return digits.dropFirst().allSatisfy { $0 == "0" }
  }
}
