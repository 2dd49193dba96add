import Semantics
import Source

/// Returns `words` as a sentence lists them: 甲、乙、丙等5个, or `A, B and C`; no words are named as none.
func printedList(_ words: [String], _ format: TextFormat, language: Language) -> String {
  let list = format.list ?? ListFormat(language)
  guard let last = words.last else { return list.language == .chinese ? "无" : "none" }
  let shown = words.prefix(list.limit ?? words.count)
  switch list.language {
  case .chinese:
    let joined = shown.joined(separator: "、")
    return shown.count < words.count ? "\(joined)等\(words.count)\(list.counter)" : joined
  case .english:
    if shown.count < words.count {
      return "\(shown.joined(separator: ", ")) and \(words.count - shown.count) more"
    }
    return words.count == 1 ? last : "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }
}
