import Reporting
import Source

extension Document {
  /// Returns the document with no more than `limit` rows of each table, which says how many there are beside these.
  package func showing(rows limit: Int?) -> Document {
    guard let limit else { return self }
    return Document(blocks.map { $0.showing(rows: limit) })
  }
}

extension Block {
  fileprivate func showing(rows limit: Int) -> Block {
    var block = self
    switch content {
    case .table(var table) where table.rows.count > limit:
      let rest = table.rows.count - limit
      table.rows.removeLast(rest)
      block.content = .table(table)
      block.notes.insert(
        Phrase(
          "… \(rest) more \(rest == 1 ? "row" : "rows"); :set rows all shows all", "……另有 \(rest) 行；:设置 行数 全部 可全部显示"),
        at: 0)
    case .section(var section):
      section.blocks = section.blocks.map { $0.showing(rows: limit) }
      block.content = .section(section)
    case .table, .outline, .prose, .message, .chart: break
    }
    return block
  }
}
