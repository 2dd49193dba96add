import Evaluation
import Reporting
import Semantics
import Source

/// How answers look at the prompt.
package struct DisplaySettings: Hashable, Sendable {
  /// The form of answers.
  package var format = OutputFormat.text
  /// How many rows of a table are shown; nil for all.
  package var rows: Int?
  /// How many columns a line has; nil for as many as the terminal.
  package var width: Int?

  /// Creates the settings.
  package init(format: OutputFormat = .text, rows: Int? = nil, width: Int? = nil) {
    self.format = format
    self.rows = rows
    self.width = width
  }
}

/// What `:set` changes.
enum SessionSetting: CaseIterable {
  case samples, seed, threads, language, format, rows, width

  /// What the setting is called.
  var name: Phrase {
    switch self {
    case .samples: Phrase("samples", "样本数")
    case .seed: Phrase("seed", "种子")
    case .threads: Phrase("threads", "线程数")
    case .language: Phrase("lang", "语言")
    case .format: Phrase("format", "格式")
    case .rows: Phrase("rows", "行数")
    case .width: Phrase("width", "宽度")
    }
  }

  /// What the setting does, in one sentence without a period.
  var summary: Phrase {
    switch self {
    case .samples: Phrase("how many samples uncertain values take", "不确定值的样本数")
    case .seed: Phrase("what seeds their draws", "抽样的种子")
    case .threads: Phrase("how many threads share the sampling", "分担抽样的线程数")
    case .language: Phrase("the language of answers and messages", "答案与提示的语言")
    case .format: Phrase("the form of answers", "答案的形式")
    case .rows: Phrase("how many rows of a table are shown", "表格显示的行数")
    case .width: Phrase("how many columns a line has", "每行的列数")
    }
  }

  /// What it can be.
  var choices: [String] {
    switch self {
    case .samples: ["1 … 10000000"]
    case .seed: ["0 … \(UInt64.max)"]
    case .threads: ["1 … 256"]
    case .language: Language.allCases.map(\.rawValue)
    case .format: OutputFormat.allCases.map(\.rawValue)
    case .rows: ["1 … 1000000", "all"]
    case .width: ["20 … 1000", "auto"]
    }
  }

  /// Returns its value in `state`.
  func value(in state: ExplorationState) -> Phrase {
    switch self {
    case .samples: Phrase(same: "\(state.input.samples ?? Self.defaultSamples)")
    case .seed: Phrase(same: "\(state.input.seed ?? 1)")
    case .threads: Phrase(same: "\(state.input.sampling.threads)")
    case .language: Phrase(same: state.input.language.rawValue)
    case .format: Phrase(same: state.display.format.rawValue)
    case .rows: state.display.rows.map { Phrase(same: "\($0)") } ?? Phrase("all", "全部")
    case .width: state.display.width.map { Phrase(same: "\($0)") } ?? Phrase("auto", "自动")
    }
  }

  /// Changes it in `state` to what `text` says.
  func change(_ state: inout ExplorationState, to text: String) throws(CommandProblem) {
    func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) throws(CommandProblem) -> Number {
      guard let number = Number(text), range.contains(number) else {
        throw CommandProblem.badValue(name, text, choices: choices)
      }
      return number
    }
    func choice<Choice>(_ choice: Choice?) throws(CommandProblem) -> Choice {
      guard let choice else { throw CommandProblem.badValue(name, text, choices: choices) }
      return choice
    }
    switch self {
    case .samples: state.input.samples = try number(CheckedProgram.sampleCounts)
    case .seed: state.input.seed = try number(0...UInt64.max)
    case .threads: state.input.sampling.threads = try number(1...256)
    case .language: state.input.language = try choice(Language(rawValue: text))
    case .format: state.display.format = try choice(OutputFormat(rawValue: text))
    case .rows: state.display.rows = ["all", "全部"].contains(text) ? nil : try number(1...1_000_000)
    case .width: state.display.width = ["auto", "自动"].contains(text) ? nil : try number(20...1_000)
    }
  }

  private static let defaultSamples = Sampling().count
}
