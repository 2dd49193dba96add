import Reporting
import Session
import Source
import Testing

/// Explains every target of the worked example, and works its numbers out again.
@Suite struct TargetDerivationTests {
  /// The columns of the relation, with what their steps are called and by what a formula's result is multiplied there.
  static let columns: [(name: String, labels: [String], scale: Double)] = [
    ("value", ["value judged", "latest value"], 1), ("plan", ["number asked"], 1), ("baseline", ["baseline"], 1),
    ("gap", ["gap"], 1), ("completion", ["completion"], 100), ("from_baseline", ["from_baseline"], 100),
    ("required", ["required"], 100), ("required_absolute", ["required_absolute"], 1),
  ]

  @Test(arguments: ExampleScript.plan)
  func everyNumberOfATargetIsExplained(script: ExampleScript) throws {
    let (rows, derivations) = try answers(script)
    try #require(rows.count == derivations.count && !rows.isEmpty)
    for (row, derivation) in zip(rows, derivations) {
      let steps = derivation.all.map(\.step)
      for (column, cell) in zip(Self.columns, row) {
        guard case .number(let number, let style) = cell else { continue }
        let step = steps.first { step in
          column.labels.contains { step.label == $0 || step.label.hasPrefix($0 + " (") }
        }
        guard let step else {
          Issue.record("\(derivation.step.label): \(column.name) is not explained")
          continue
        }
        #expect(step.value.number == number, "\(derivation.step.label): \(column.name)")
        for detail in step.details where detail.hasPrefix("= ") {
          let value = FormulaReading.value(of: String(detail.dropFirst(2))) ?? .nan
          let scale = column.name == "required" && style.unit == "pp" ? 1 : column.scale
          let isSame = abs(value * scale - number) <= 1e-6 * max(1, abs(number))
          #expect(isSame, "\(derivation.step.label): \(column.name) is \(number), and \(detail)")
        }
      }
    }
  }

  @Test(arguments: ExampleScript.plan)
  func everyValueOfATargetGoesBackToACell(script: ExampleScript) throws {
    for derivation in try answers(script).derivations {
      var recount = DerivationRecount()
      #expect(throws: Never.self, "\(derivation.step.label)") { try recount.check(derivation) }
      let values = derivation.operands.filter { $0.step.label.hasPrefix("value judged") }
      for value in values {
        #expect(value.all.contains { $0.step.column != nil }, "\(derivation.step.label): no cell")
      }
    }
  }

  /// Returns the rows of the script's targets and their derivations in full.
  private func answers(_ script: ExampleScript) throws -> (rows: [[Cell]], derivations: [DerivationTree]) {
    let path = script.folder + script.name + ".gf"
    let names = Self.columns.map(\.name).joined(separator: ", ")
    let text =
      String(decoding: try bytes(ofFile: path), as: UTF8.self) + "\nshow targets at \(names)\nexplain targets\n"
    let files = FileAccess { file, folder in
      (try? bytes(ofFile: folder + file)).map { .success($0) } ?? .failure(.notFound)
    }
    var session = Session(
      SessionInput(scripts: [.init(path: path, bytes: Array(text.utf8))], language: .english), files: files)
    // An answer in full ends with the ledger.
    let blocks = session.answer(inFull: true).blocks.dropLast().suffix(2)
    guard case .table(let table)? = blocks.first?.content, let explained = blocks.last else { return ([], []) }
    let json = render(Document([explained]), as: .json, language: .english)
    return (table.rows.map(\.cells), try DerivationTree.trees(of: json))
  }
}
