import Reporting
import Session
import Source

/// A gf script with the files it reads, ready to be answered inside another program.
///
/// ```swift
/// let plan = Plan(script: "use \"a.csv\"\nshow gdp / pop") { path in bytes(of: path) }
/// print(plan.run(language: .chinese, format: .markdown).text)
/// ```
public struct Plan: Sendable {
  /// A language of answers and findings.
  public enum Language: Sendable {
    case english
    case chinese
  }

  /// A form of answers.
  public enum Format: Sendable {
    case text
    case markdown
    case csv
    case json
    case html
  }

  /// What a run gives.
  public struct Outcome: Sendable {
    /// The answers; empty where the script could not be understood.
    public let text: String
    /// The findings, as text with the places they are about.
    public let findings: String
    /// The status with which the command `gf` would end: 0 is fine, 1 a failed rule, 3 the script, 4 the data.
    public let status: Int
  }

  private let script: String
  private let name: String
  private let settings: [(name: String, value: String)]
  private let files: @Sendable (String) -> [UInt8]?

  /// Creates a plan from the text of a script.
  ///
  /// - Parameters:
  ///   - script: the script.
  ///   - name: the name that findings give it.
  ///   - settings: values for the script's parameters, as the script would write them.
  ///   - files: gives the bytes of a file that the script names, or nil where there is none.
  public init(
    script: String, name: String = "script.gf", settings: [(name: String, value: String)] = [],
    files: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.script = script
    self.name = name
    self.settings = settings
    self.files = files
  }

  /// Answers the script's questions.
  public func run(language: Language = .english, format: Format = .text) -> Outcome {
    let language: Source.Language = language == .chinese ? .chinese : .english
    let input = SessionInput(
      scripts: [.init(path: name, bytes: Array(script.utf8))], settings: settings, language: language)
    let files = files
    let access = FileAccess { path, _ in files(path).map { .success($0) } ?? .failure(.notFound) }
    var session = Session(input, files: access)
    let answers = render(session.answer(inFull: format == .json), as: format.output, language: language)
    let texts = Dictionary(session.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let findings = DiagnosticRenderer(sources: texts, language: language).text(session.diagnostics)
    return Outcome(text: answers, findings: findings, status: Int(session.status.rawValue))
  }
}

extension Plan.Format {
  fileprivate var output: OutputFormat {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .csv: .csv
    case .json: .json
    case .html: .html
    }
  }
}
