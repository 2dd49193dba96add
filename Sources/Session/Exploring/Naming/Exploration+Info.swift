import Indicators
import Reporting
import Semantics
import Source
import Syntax

extension Exploration {
  /// Returns all that is known of what is called `name`, and how it moves.
  mutating func info(_ name: String) throws(CommandProblem) -> Reply {
    if name.isEmpty { throw .needsArgument(.info) }
    let name = name.unquoted
    let checked = checkedState()
    let things = checked.namedThings
    let found = things.filter { $0.name == name }
    if found.isEmpty { throw .unknownName(name, nearest: nearestNames(to: name, among: things.map(\.name), atMost: 3)) }
    var blocks: [Block] = []
    for thing in found {
      blocks.append(Block(.table(facts(of: thing, checked))))
      if thing.definition != nil {
        blocks += answers(to: "show \(quotedWhereNeeded(name)) top \(Self.mostRowsOfInfo) as sparkline")
      }
    }
    return Reply(blocks)
  }

  /// How many rows show how a value moves.
  private static let mostRowsOfInfo = 10

  private func facts(of thing: NamedThing, _ checked: CheckedState) -> Table {
    var rows: [Row] = []
    func add(_ english: String, _ chinese: String, _ cell: Cell?) {
      if let cell, cell != .text("") { rows.append(Row([.phrase(Phrase(english, chinese)), cell])) }
    }
    if let documentation = documentation(of: thing) {
      add("about", "说明", .text(documentation.split(separator: "\n").joined(separator: " ")))
    }
    add("unit", "单位", .text(thing.unit))
    if case .indicator(let position)? = thing.definition { addFacts(ofIndicator: position, checked, add) }
    if let text = declaration(of: thing) { add("declared", "声明", .text(text)) }
    add("from", "来源", .text(thing.origin))
    if thing.definition != nil {
      let users = checked.program.names(restingOn: thing.name)
      add("used by", "用于", .text(users.joined(separator: "、")))
    }
    return Table(columns: [Column(thing.kind.singular), Column(name: thing.name)], rows: rows)
  }

  private func addFacts(
    ofIndicator position: Int, _ checked: CheckedState, _ add: (String, String, Cell?) -> Void
  ) {
    let rows = IndicatorRow.rows(of: checked.program, in: checked.sheets.catalogue)
    guard let row = rows.first(where: { $0.position == position }) else { return }
    func words(_ column: IndicatorColumn, _ list: WordList? = nil) -> Cell? {
      guard case .words(let words) = row.entry(column), !words.isEmpty else { return nil }
      let phrases = words.map { word in list.map { $0.phrase(word) } ?? Phrase(same: word) }
      return .phrase(
        Phrase(
          phrases.map(\.english).joined(separator: ", "), phrases.map(\.chinese).joined(separator: "、")))
    }
    func number(_ column: IndicatorColumn) -> Cell? {
      guard case .number(let number) = row.entry(column), number > 0 else { return nil }
      return .number(number)
    }
    add("kind", "指标类型", words(.kind, .kind))
    add("better", "指标方向", words(.better, .direction))
    add("owner", "责任单位", words(.owner))
    add("group", "类别", words(.group))
    add("attribute", "指标属性", words(.attribute))
    if case .period(let first?) = row.entry(.first), case .period(let last?) = row.entry(.last) {
      add("periods", "时期", .text(first == last ? "\(first)" : "\(first)..\(last)"))
    }
    add("known cells", "已知数", number(.known))
    add("targets", "目标数", number(.targets))
  }

  /// Returns the statement that declares `thing`.
  private func statement(of thing: NamedThing) -> (unit: SessionUnit, statement: StatementSyntax)? {
    guard let range = thing.range, let unit = state.units.first(where: { $0.text.id == range.source }) else {
      return nil
    }
    return unit.statements.first { $0.range.contains(range) }.map { (unit, $0) }
  }

  private func declaration(of thing: NamedThing) -> String? {
    statement(of: thing).map { found in
      found.unit.text.text(in: found.statement.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Returns what is written above the declaration of `thing`, or above a statement about the indicator.
  private func documentation(of thing: NamedThing) -> String? {
    if let found = statement(of: thing) { return found.statement.documentation }
    let statements = state.units.flatMap(\.statements)
    return statements.lazy.compactMap { statement -> String? in
      guard case .indicator(let syntax) = statement.form, syntax.path.text == thing.name else { return nil }
      return statement.documentation
    }.first
  }
}
