import Source

/// What a condition left out of a table.
struct FilterTally {
  /// How many rows there were, and how many are left; nil where no members make rows.
  var rows: (before: Int, left: Int)?
  /// How many cells of the rows that are left are left out.
  var leftOut = 0
  /// For how many cells the condition is unknown.
  var unknown = 0

  /// Adds what the same condition left out of another part of the table.
  mutating func add(_ other: FilterTally) {
    if let more = other.rows { rows = ((rows?.before ?? 0) + more.before, (rows?.left ?? 0) + more.left) }
    leftOut += other.leftOut
    unknown += other.unknown
  }

  /// What is to be said of it; nil where nothing is.
  var note: Phrase? {
    var english = rows.map { "\($0.left) of \($0.before) rows" } ?? ""
    var chinese = rows.map { "\($0.before) 行中的 \($0.left) 行" } ?? ""
    func add(_ moreEnglish: String, _ moreChinese: String) {
      english += (english.isEmpty ? "" : "; ") + moreEnglish
      chinese += (chinese.isEmpty ? "" : "；") + moreChinese
    }
    if leftOut > 0 { add("\(leftOut) \(leftOut == 1 ? "cell" : "cells") left out of these", "其中略去 \(leftOut) 个单元格") }
    if unknown > 0 {
      add("for \(unknown) \(unknown == 1 ? "cell" : "cells") the condition is unknown", "另有 \(unknown) 个单元格条件不明")
    }
    return english.isEmpty ? nil : Phrase(english, chinese)
  }
}
