import Evaluation
import Indicators
import Reporting
import Semantics
import Source
import Syntax

extension Exploration {
  /// Returns the names of the session, of one kind where `word` gives it.
  mutating func list(_ word: String) throws(CommandProblem) -> Reply {
    var kind: Listing?
    if !word.isEmpty {
      kind = Listing.allCases.first { [$0.name.english, $0.name.chinese, $0.singular.english].contains(word) }
      if kind == nil { throw .unknownKind(word, choices: Listing.allCases.map(\.name)) }
    }
    let things = checkedState().namedThings.filter { kind == nil || $0.kind == kind }
    return Reply(table(of: things))
  }

  /// Returns the names that hold `text`, or whose pinyin begins with it by its initials; the owners and members likewise.
  mutating func search(_ text: String) throws(CommandProblem) -> Reply {
    if text.isEmpty { throw .needsArgument(.search) }
    let wanted = text.lowercased()
    func matches(_ name: String) -> Bool {
      name.lowercased().contains(wanted) || PinyinInitials.match(wanted, name)
    }
    let checked = checkedState()
    let things = checked.namedThings.filter { matches($0.name) }
    var blocks: [Block] = things.isEmpty ? [] : [Block(.table(Self.table(of: things)))]
    let names = knownNames(checked)
    var rows: [Row] = []
    for (columns, members) in names.members {
      rows += members.filter(matches).map { Row([.text($0), .phrase(Phrase(columns[0], columns[columns.count - 1]))]) }
    }
    if !rows.isEmpty {
      let columns = [Column(Phrase("member", "成员")), Column(Phrase("of", "所属"))]
      blocks.append(Block(.table(Table(columns: columns, rows: rows))))
    }
    if blocks.isEmpty { return Reply(Phrase("nothing holds \(text)", "没有包含“\(text)”的名称")) }
    return Reply(blocks)
  }

  private func table(of things: [NamedThing]) -> [Block] {
    if things.isEmpty { return [Block(.message(Phrase("nothing is declared", "尚无任何声明")))] }
    return [Block(.table(Self.table(of: things)))]
  }

  private static func table(of things: [NamedThing]) -> Table {
    let columns = [
      Column(Phrase("name", "名称")), Column(Phrase("what", "类别")), Column(Phrase("unit", "单位")),
      Column(Phrase("from", "来源")),
    ]
    return Table(
      columns: columns,
      rows: things.map { Row([.text($0.name), .phrase($0.kind.singular), .text($0.unit), .text($0.origin)]) })
  }
}
