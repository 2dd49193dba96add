import Evaluation
import Indicators
import Semantics
import Source

/// A bar against its target and its value a year before, as the picture and its table show it.
struct BulletRow {
  /// What is measured.
  var name: Phrase
  /// The unit of the numbers.
  var unit: String
  /// The value.
  var value: Cell
  /// The period of the value.
  var period: Period?
  /// The number asked.
  var target: Double?
  /// What is asked, in words.
  var form: Phrase?
  /// Until when it is asked.
  var deadline: Period?
  /// The value a year before.
  var previous: Double?
  /// Whether less is better.
  var isLowerBetter: Bool?
  /// How the target stands.
  var status: Phrase?

  /// Whether there is a value to draw, and a number asked to hold it against.
  var isDrawable: Bool { value.number != nil && target != nil }
}

extension Cell {
  /// The number, where there is one that can be drawn.
  var number: Double? {
    if case .number(let number, _) = self, number.isFinite { number } else { nil }
  }
}

/// The most bars of one picture.
private let mostBullets = 24

/// Returns the picture of `rows` with its table, which alone has those that cannot be held against a number.
func bulletBlock(_ rows: [BulletRow], title: Phrase?) -> Block {
  let drawable = rows.contains(where: \.isDrawable) ? rows.filter(\.isDrawable) : rows
  let chart = BulletChart(
    rows: drawable.prefix(mostBullets).map { row in
      BulletChart.Row(
        row.name, unit: row.unit, value: row.value.number, target: row.target, previous: row.previous,
        isLowerBetter: row.isLowerBetter, status: row.status)
    })
  return Block(
    .chart(Chart(.bullets(chart), description: chart.words, table: bulletTable(rows))), title: title,
    notes: undrawnNote(rows.count - drawable.count)
      + cutNote(chart.rows.count, of: drawable.count, Phrase("bars", "条")))
}

private func undrawnNote(_ count: Int) -> [Phrase] {
  count == 0
    ? []
    : [
      Phrase(
        "\(count) without a value or a number asked \(count == 1 ? "is" : "are") in the table alone",
        "另有 \(count) 项缺数值或未要求数值，只列于表中")
    ]
}

private func bulletTable(_ rows: [BulletRow]) -> Table {
  let columns = [
    Column(Phrase("", "")), Column(TableWording.unit), Column(Phrase("period", "时期")),
    Column(Phrase("value", "数值"), alignment: .trailing), Column(Phrase("a year before", "上年"), alignment: .trailing),
    Column(Phrase("asked", "目标值"), alignment: .trailing), Column(Phrase("condition", "要求")),
    Column(Phrase("deadline", "期限")), Column(Phrase("status", "状态")),
  ]
  return Table(
    columns: columns,
    rows: rows.map { row in
      func number(_ value: Double?) -> Cell {
        value.map { .number($0, NumberStyle(unit: row.unit, isUnitShown: false)) } ?? .empty
      }
      var value = row.value
      if case .number(let number, var style) = value {
        style.unit = row.unit
        style.isUnitShown = false
        value = .number(number, style)
      }
      return Row([
        .phrase(row.name), .text(row.unit), row.period.map { .text($0.description) } ?? .empty, value,
        number(row.previous), number(row.target), row.form.map { .phrase($0) } ?? .empty,
        row.deadline.map { .text($0.description) } ?? .empty, row.status.map { .phrase($0) } ?? .empty,
      ])
    })
}
