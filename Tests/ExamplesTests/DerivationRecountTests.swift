import Foundation
import Reporting
import Session
import Source
import Syntax
import Testing

/// A place that a derivation names, with what it says stands there.
private struct Place: Hashable {
  let file: String
  let line: Int
  let column: Int?
  let content: String

  init?(_ step: DerivationNode) {
    guard let file = step.file, let line = step.line, let content = step.content else { return nil }
    (self.file, self.line, self.column, self.content) = (file, line, step.column, content)
  }
}

/// Explains every number that an example prints, and computes it again from the cells that its derivation ends with.
@Suite struct DerivationRecountTests {
  /// A table of values and the derivations of what it shows.
  struct Question {
    let text: String
    /// The numbers that the table prints.
    let printed: [Double]
    /// Whether columns show growth or differences of the values.
    let hasChanges: Bool
    /// The derivations of all known cells of all that it shows.
    let derivations: [DerivationTree]
  }

  @Test(arguments: ExampleScript.plan + ExampleScript.panels)
  func everyNumberIsExplainedDownToItsCells(script: ExampleScript) throws {
    let questions = try questions(of: script)
    var cells: Set<Place> = []
    for question in questions {
      checkPrinted(question)
      for derivation in question.derivations {
        checkNumber(derivation, of: question)
        for step in derivation.all.map(\.step) {
          if let place = Place(step) { cells.insert(place) }
        }
      }
    }
    try checkFiles(cells, script)
    #expect(questions.isEmpty == (script.name == "audit"))
  }

  /// Checks that each number of a table begins a derivation, or is the growth or difference of two that do.
  private func checkPrinted(_ question: Question) {
    let values = Set(question.derivations.compactMap(\.step.value.number))
    for number in question.printed where !values.contains(number) {
      let isChange =
        question.hasChanges
        && values.contains { one in
          values.contains { isNear(one - $0, number) || isNear((one / $0 - 1) * 100, number) }
        }
      #expect(isChange, "\(question.text): \(number) has no derivation")
    }
  }

  /// Checks that what a derivation ends with makes its number.
  private func checkNumber(_ derivation: DerivationTree, of question: Question) {
    var recount = DerivationRecount()
    do {
      try recount.check(derivation)
    } catch {
      Issue.record("\(question.text): \(derivation.step.label): \(error)")
    }
  }

  /// Checks that what a derivation says of a place is what the file holds there.
  private func checkFiles(_ places: Set<Place>, _ script: ExampleScript) throws {
    for (file, places) in Dictionary(grouping: places, by: \.file) {
      let path = file.hasPrefix(script.folder) ? file : script.folder + file
      let text = String(decoding: try bytes(ofFile: path), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let records = Dictionary(uniqueKeysWithValues: PrintedSheet.records(text).map { ($0.line, $0.cells) })
      for place in places {
        guard let column = place.column else {
          let written = place.content.split(separator: "\n").first.map(String.init) ?? ""
          #expect(lines[place.line - 1].contains(written), "\(file):\(place.line)")
          continue
        }
        let cells = records[place.line] ?? []
        let held = cells.indices.contains(column - 1) ? cells[column - 1] : nil
        #expect(held == place.content, "\(file):\(place.line):\(column)")
      }
    }
  }

  @Test func aWrongLeafIsFound() throws {
    let lives = try #require(ExampleScript.panels.first)
    var derivation = try #require(try questions(of: lives).first?.derivations.first)
    var recount = DerivationRecount()
    #expect(throws: Never.self) { try recount.check(derivation) }
    derivation.dropLast()
    #expect(throws: DerivationRecount.Fault.self) { try recount.check(derivation) }
  }

  /// Returns the value questions of a script, each explained in full.
  private func questions(of script: ExampleScript) throws -> [Question] {
    let path = script.folder + script.name + ".gf"
    let text = SourceText(id: SourceID(0), name: path, bytes: try bytes(ofFile: path))
    var changed: [UInt8] = []
    var taken = 0
    // For each answer of the script, its question and how many answers stand in its place; nil for what is kept.
    var replaced: [(show: ShowSyntax, range: SourceRange, count: Int)?] = []
    for statement in parse(text).script.statements {
      guard case .show(let show) = statement.form, isOfValues(show) else {
        if statement.isQuestion { replaced.append(nil) }
        continue
      }
      let scenarios = show.scenarios.isEmpty ? [""] : show.scenarios.map { " under " + $0.text }
      let explains = scenarios.flatMap { scenario in
        show.expressions.map { "explain \(text.text(in: $0.range))\(scenario)" }
      }
      // Lines keep their numbers.
      let (start, end) = (Int(statement.range.start), Int(statement.range.end))
      changed += text.bytes[taken..<start] + explains.joined(separator: "; ").utf8
      changed += text.bytes[start..<end].filter { $0 == UInt8(ascii: "\n") }
      taken = end
      replaced.append((show, statement.range, explains.count))
    }
    changed += text.bytes[taken...]
    let answers = try document(path, text.bytes, inFull: false)
    var explained = try document(path, changed, inFull: true).blocks[...]
    var questions: [Question] = []
    for (block, question) in zip(answers.blocks, replaced) {
      let own = Document(Array(explained.prefix(question?.count ?? 1)))
      explained = explained.dropFirst(question?.count ?? 1)
      guard let question, case .table(let table) = block.content else { continue }
      questions.append(
        Question(
          text: text.text(in: question.range),
          printed: table.rows.flatMap(\.cells).compactMap { if case .number(let value, _) = $0 { value } else { nil } },
          hasChanges: question.show.columns.contains { if case .change = $0.form { true } else { false } },
          derivations: try DerivationTree.trees(of: render(own, as: .json, language: .english))))
    }
    // An answer in full ends with the ledger.
    #expect(explained.count == 1)
    return questions
  }

  /// Whether a question shows values, and neither a relation nor a text.
  private func isOfValues(_ show: ShowSyntax) -> Bool {
    let relations = ["targets", "rules", "conflicts", "data", "目标表", "规则表", "冲突表", "数据问题"]
    switch show.expressions[0].form {
    case .path(let path): return !relations.contains(path.text)
    case .text: return false
    default: return true
    }
  }

  private func document(_ path: String, _ text: [UInt8], inFull: Bool) throws -> Document {
    let files = FileAccess { file, folder in
      (try? bytes(ofFile: folder + file)).map { .success($0) } ?? .failure(.notFound)
    }
    let input = SessionInput(scripts: [.init(path: path, bytes: text)], language: .english)
    var session = Session(input, files: files)
    return session.answer(inFull: inFull)
  }

  private func isNear(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-12 * max(abs(first), abs(second)) + 1e-13
  }
}

extension StatementSyntax {
  /// Whether the statement has an answer.
  fileprivate var isQuestion: Bool {
    switch form {
    case .show, .explain: true
    default: false
    }
  }
}
