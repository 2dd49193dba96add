import Semantics
import Source
import Syntax

/// The words that may stand at the end of a line.
struct Candidates {
  private let context: CompletionContext
  private let names: KnownNames
  /// Returns the files that go on with a path.
  private let files: (String) -> [String]

  init(_ context: CompletionContext, _ names: KnownNames, files: @escaping (String) -> [String]) {
    self.context = context
    self.names = names
    self.files = files
  }

  /// The candidates as they are written, those whose beginning is typed first.
  var list: [String] {
    switch context.expected {
    case .statement: matching(names.values) + words(Keyword.statementWords + functions)
    case .value: matching(names.values) + words(names.relations + functions + Keyword.otherWords)
    case .scenario: matching(names.scenarios) + words(WordList.scenario.words)
    case .selector: matching(names.members.filter { $0.of[0] != "owner" }.flatMap(\.names) + names.scenarios)
    case .member(let column):
      members(of: column).map { matching($0) } ?? matching(names.values)
    case .unit: context.word.isEmpty ? [] : names.units.names(goingOnWith: context.word)
    case .command: words(Command.names)
    case .argument(let command): arguments(of: command)
    case .file: files(context.word)
    case .form: words(AnswerForm.allCases.map(\.name))
    case .nothing: []
    }
  }

  private var functions: [Phrase] { Builtin.all.map { Phrase($0.english, $0.chinese) } }

  private func members(of column: String) -> [String]? {
    names.members.first { $0.of.contains(column) }?.names
  }

  private func arguments(of command: String) -> [String] {
    guard let command = Command.Name(word: command) else { return [] }
    switch command {
    case .load, .save, .replace: return files(context.word)
    case .scenario: return matching(names.scenarios) + words(WordList.scenario.words)
    case .info, .explain, .search, .whatif: return matching(names.values + names.scenarios)
    case .help: return words(ManualEntry.all.map(\.name)) + words(Command.names)
    case .list: return words(Listing.allCases.map(\.name))
    case .set: return words(SessionSetting.allCases.map(\.name))
    case .reload, .run, .time, .undo, .quit: return []
    }
  }

  /// Returns those of gf's own `words` that go on with what is typed, in the language in which it is typed.
  private func words(_ words: [Phrase]) -> [String] {
    if context.isQuoted { return [] }
    let isChinese = context.word.isEmpty ? names.language == .chinese : !context.word.utf8.allSatisfy { $0 < 0x80 }
    var found: [String] = []
    for word in words.map(isChinese ? \.chinese : \.english)
    where word.hasPrefix(context.word) && !found.contains(word) {
      found.append(word)
    }
    if !found.isEmpty || isChinese || names.language == .english || context.word.isEmpty { return found }
    return words.map(\.chinese).filter { PinyinInitials.match(context.word, $0) }
  }

  /// Returns those of `names` that begin as is typed, or whose pinyin does by its initials, else those that hold what is
  /// typed; in quotes where they need them.
  private func matching(_ names: [String]) -> [String] {
    let typed = context.word.lowercased()
    var found = names.filter { $0.lowercased().hasPrefix(typed) }
    if !typed.isEmpty {
      let known = Set(found)
      let others = names.filter { !known.contains($0) && PinyinInitials.match(typed, $0) }
      // Those of which no initial is left out come first.
      let whole = others.filter { PinyinInitials.initials(of: $0)?.hasPrefix(typed) ?? false }
      found += whole + others.filter { !whole.contains($0) }
    }
    if found.isEmpty { found = names.filter { $0.lowercased().contains(typed) } }
    return found.map { context.isQuoted ? "'\($0)'" : quotedWhereNeeded($0) }
  }
}

extension Keyword {
  /// The words that begin statements, questions first.
  fileprivate static let statementWords: [Phrase] =
    (KeywordEntry.table.filter { $0.role == .question } + KeywordEntry.table.filter { $0.role == .statement }).map {
      Phrase($0.english, $0.chinese)
    } + [WhatIfWord.phrase]
  /// The words that go on with statements.
  fileprivate static let otherWords: [Phrase] = KeywordEntry.table.filter {
    $0.role != .statement && $0.role != .question
  }.map { Phrase($0.english, $0.chinese) }
}
