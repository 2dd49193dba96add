import Semantics
import Session
import Source

/// Returns what `:help` prints: how a prompt is used, or what the manual says of `topics`.
func promptHelp(_ topics: [String], _ language: Language) -> String {
  if topics.isEmpty { return overview(language) }
  return topics.map { topic in
    if let line = commandHelp(topic, language) { return line }
    let entries = ManualEntry.named(topic)
    if !entries.isEmpty { return manualText(entries, language) }
    let names = ManualEntry.all.flatMap { [$0.name.english, $0.name.chinese] }
    let nearest = nearestNames(to: topic, among: names, atMost: 3)
    let said = Phrase("the manual has no entry \(topic)", "手册中没有“\(topic)”")[language]
    if nearest.isEmpty { return said + "\n" }
    return said
      + Phrase("; near: \(nearest.joined(separator: ", "))", "；相近的有：\(nearest.joined(separator: "、"))")[language]
      + "\n"
  }.joined(separator: "\n")
}

private func overview(_ language: Language) -> String {
  let intro = Phrase(
    """
    A line is a statement, which changes the session or is answered, or an expression, which is shown:

      use "a.csv"                  reads a sheet
      alias x = a / b              gives a formula a name; again, and the new one replaces it
      x[2023]                      shows a value; `_` is the last one
      whatif a grows 8%            shows everything that this would change

    Commands; the beginning of a name will do:


    """,
    """
    每行是一条语句（改变会话或得到回答），或一个表达式（显示其值）：

      读取 "a.csv"                 读取一张表
      别名 x = a / b               为公式命名；再次声明即替换
      x[2023]                      显示数值；`_` 是上一个结果
      假如 a 增长 8%               显示由此带来的全部变化

    命令（可只写开头）：


    """)
  let rows = CommandHelp.all.map { ("  :\($0.usage[language])", $0.summary[language]) }
  let width = rows.map(\.0.displayWidth).max() ?? 0
  let table = rows.map { usage, summary in
    usage + String(repeating: " ", count: width - usage.displayWidth + 2) + summary + "\n"
  }
  let end = Phrase(
    "\n:help NAME explains a command, statement, function or relation. Tab completes, also Chinese names by their pinyin initials.\n",
    "\n:帮助 名称 查看命令、语句、函数或内置表的说明。Tab 补全，中文名称也可用拼音首字母。\n")
  return intro[language] + table.joined() + end[language]
}

private func commandHelp(_ topic: String, _ language: Language) -> String? {
  let word = topic.hasPrefix(":") || topic.hasPrefix("：") ? String(topic.dropFirst()) : topic
  guard let help = CommandHelp.all.first(where: { $0.name.english == word || $0.name.chinese == word }) else {
    return nil
  }
  // A statement of the same name has more to be said of it.
  if topic == word, !ManualEntry.named(topic).isEmpty { return nil }
  return ":\(help.usage[language])  \(help.summary[language])\n"
}
