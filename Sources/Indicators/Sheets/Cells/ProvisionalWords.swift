/// The words of a status column that call a value provisional: it will be revised.
enum ProvisionalWords {
  private static let words: Set<String> = Set(
    """
    初步 初步数 初步数据 初步核算 初步核算数 初步统计 初步统计数 快报 快报数 暂定 暂定数 \
    provisional preliminary prelim prov p (p)
    """.split(separator: " ").map(String.init))

  /// Returns whether `text`, a cell of a status column, calls the row's values provisional.
  static func contains(_ text: String) -> Bool { words.contains(compactText(text)) }
}
