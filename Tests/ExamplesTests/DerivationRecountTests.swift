import Foundation
import Reporting
import Session
import Source
import Syntax
import Testing

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

  @Test(arguments: ExampleScript.all)
  func everyPrintedNumberIsExplained(script: ExampleScript) throws {
    for question in try questions(of: script) {
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
  }

  @Test(arguments: ExampleScript.all)
  func everyDerivationGivesItsNumberAgain(script: ExampleScript) throws {
    for question in try questions(of: script) {
      for derivation in question.derivations {
        var recount = DerivationRecount()
        do {
          try recount.check(derivation)
        } catch let fault as DerivationRecount.Fault {
          Issue.record("\(question.text): \(derivation.step.label): \(fault.step): \(fault.what)")
        }
      }
    }
  }

  @Test(arguments: ExampleScript.all)
  func everyCellIsWhatTheFileHoldsThere(script: ExampleScript) throws {
    var files: [String: [Int: [String]]] = [:]
    for question in try questions(of: script) {
      for step in question.derivations.flatMap(\.all).map(\.step) {
        guard let file = step.file, let line = step.line, let content = step.content else { continue }
        if files[file] == nil {
          let name = file.hasPrefix(script.folder) ? file : script.folder + file
          let text = String(decoding: try bytes(ofFile: name), as: UTF8.self)
          files[file] =
            step.column == nil
            ? Dictionary(
              uniqueKeysWithValues: text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated().map { ($0 + 1, [String($1)]) })
            : Dictionary(uniqueKeysWithValues: PrintedSheet.records(text).map { ($0.line, $0.cells) })
        }
        let cells = files[file]?[line] ?? []
        if let column = step.column {
          let held = cells.indices.contains(column - 1) ? cells[column - 1] : nil
          #expect(held == content, "\(file):\(line):\(column)")
        } else {
          let written = content.split(separator: "\n").first.map(String.init) ?? ""
          #expect(cells.first?.contains(written) == true, "\(file):\(line): \(written)")
        }
      }
    }
  }

  @Test func aWrongLeafIsFound() throws {
    let lives = try #require(ExampleScript.panels.first)
    let question = try #require(try questions(of: lives).first)
    let derivation = try #require(question.derivations.first)
    var recount = DerivationRecount()
    #expect(throws: Never.self) { try recount.check(derivation) }
    derivation.dropLast()
    recount = DerivationRecount()
    #expect(throws: DerivationRecount.Fault.self) { try recount.check(derivation) }
  }

  /// Returns the value questions of a script, each explained in full in place of being shown.
  private func questions(of script: ExampleScript) throws -> [Question] {
    let path = script.folder + script.name + ".gf"
    let text = SourceText(id: SourceID(0), name: path, bytes: try bytes(ofFile: path))
    var shows: [(block: Int, show: ShowSyntax, range: SourceRange)] = []
    var block = 0
    for statement in parse(text).script.statements {
      switch statement.form {
      case .show(let show):
        shows.append((block, show, statement.range))
        block += 1
      case .explain: block += 1
      default: break
      }
    }
    let answers = try document(path, String(decoding: text.bytes, as: UTF8.self), inFull: false)
    return try shows.compactMap { block, show, range in
      guard case .table(let table) = answers.blocks[block].content, isOfValues(show) else { return nil }
      let expressions = show.expressions.map { text.text(in: $0.range) }
      let scenarios = show.scenarios.isEmpty ? [""] : show.scenarios.map { " under " + $0.text }
      let explains = scenarios.flatMap { scenario in expressions.map { "explain \($0)\(scenario)" } }
      // The explanations stand where the question did, so that lines keep their numbers.
      var changed = Array(text.bytes)
      let lines = changed[Int(range.start)..<Int(range.end)].filter { $0 == UInt8(ascii: "\n") }
      changed.replaceSubrange(Int(range.start)..<Int(range.end), with: explains.joined(separator: "; ").utf8 + lines)
      let full = try document(path, String(decoding: changed, as: UTF8.self), inFull: true)
      let explained = Document(Array(full.blocks[block..<block + explains.count]))
      return Question(
        text: text.text(in: range),
        printed: table.rows.flatMap(\.cells).compactMap { if case .number(let value, _) = $0 { value } else { nil } },
        hasChanges: show.columns.contains { if case .change = $0.form { true } else { false } },
        derivations: try DerivationTree.trees(of: render(explained, as: .json, language: .english)))
    }
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

  private func document(_ path: String, _ text: String, inFull: Bool) throws -> Document {
    let files = FileAccess { file, folder in
      (try? bytes(ofFile: folder + file)).map { .success($0) } ?? .failure(.notFound)
    }
    let input = SessionInput(scripts: [.init(path: path, bytes: Array(text.utf8))], language: .english)
    var session = Session(input, files: files)
    return session.answer(inFull: inFull)
  }

  private func isNear(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-12 * max(abs(first), abs(second)) + 1e-13
  }
}
