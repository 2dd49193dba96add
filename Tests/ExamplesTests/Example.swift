import Foundation
import Reporting
import Session
import Source

/// The folder of the worked example, as a command at the top of the repository names it.
let exampleFolder = "Examples/liandu-2023/"

/// The top of the repository.
private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()  // Tests/ExamplesTests
  .deletingLastPathComponent().deletingLastPathComponent()

/// Returns the bytes of a file of the repository.
func bytes(ofFile path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: repository.appendingPathComponent(path)))
}

/// Returns where an expected output is kept.
func expectedOutput(_ name: String) -> URL {
  repository.appendingPathComponent("Tests/ExamplesTests/Expected/\(name).txt")
}

/// What a run printed, and the status with which it ended.
struct Run: Equatable {
  /// The answers, as `gf run` writes them to the standard output.
  let answers: String
  /// The findings, as it writes them to the standard error stream.
  let findings: String
  /// The exit status.
  let status: ExitStatus
  /// The numbers of each table, row by row; nil for a missing cell.
  let numbers: [[Double?]]

  /// Runs a script of an example, or `text` in its place, over its sheets as `encoded` turns them.
  init(
    _ name: String, in exampleFolder: String = exampleFolder, text: String? = nil, language: Language = .english,
    format: OutputFormat = .text, samples: Int? = nil,
    encoded: @escaping @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws {
    let path = exampleFolder + name + ".gf"
    let script = try text.map { Array($0.utf8) } ?? bytes(ofFile: path)
    let files = FileAccess { file, folder in
      do {
        let content = try bytes(ofFile: folder + file)
        return .success(file.hasSuffix(".csv") ? try encoded(content) : content)
      } catch {
        return .failure(.notFound)
      }
    }
    let input = SessionInput(scripts: [.init(path: path, bytes: script)], language: language, samples: samples)
    var session = Session(input, files: files)
    let document = session.answer()
    answers = render(document, as: format, language: language)
    numbers = document.blocks.flatMap(\.answers).compactMap { block in
      let table: Table
      switch block.content {
      case .table(let answer): table = answer
      case .chart(let chart): table = chart.table
      case .outline, .prose, .message, .section: return nil
      }
      return table.rows.flatMap(\.cells).compactMap { cell -> Double?? in
        switch cell {
        case .number(let value, _): .some(value)
        case .missing: .some(nil)
        case .text, .phrase, .truth, .sparkline, .empty: nil
        }
      }
    }
    let texts = Dictionary(session.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    findings = DiagnosticRenderer(sources: texts, language: language).text(session.diagnostics)
    status = session.status
  }
}
