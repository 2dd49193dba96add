import Reporting
import Session
import Source

/// A command line as understood.
struct Arguments {
  /// What gf is asked to do.
  enum Verb: String, CaseIterable {
    /// Answers the questions of scripts.
    case run
    /// Says what is wrong with scripts, without answering.
    case check
    /// Answers lines as they are entered.
    case repl
    /// Explains the command line, or a word of the language.
    case help
    /// Says which version this is.
    case version
  }

  /// The most threads that may share the work.
  static let mostThreads = 256

  var verb = Verb.help
  var scripts: [String] = []
  var data: [(name: String, path: String)] = []
  var settings: [(name: String, value: String)] = []
  var format = OutputFormat.text
  var language: Language?
  var isStrict = false
  var folders: [String] = []
  var samples: Int?
  var seed: UInt64?
  var threads: Int?
  /// The files that reports are written to.
  var reports: [(path: String, format: FileFormat)] = []
  /// Whether CSV begins with a byte order mark, by which Excel knows that it is UTF-8.
  var hasByteOrderMark = false
  /// Whether the scripts are answered again whenever they or their sheets change.
  var isWatching = false
  /// Whether it is said where the time went.
  var saysTimes = false
  /// The words of the language that help is asked for.
  var topics: [String] = []

  /// Understands `words`, the command's own name left out.
  init(_ words: [String]) throws(UsageProblem) {
    var words = words[...]
    guard let first = words.popFirst() else { throw .nothing }
    switch first {
    case "run": verb = .run
    case "check": verb = .check
    case "repl": verb = .repl
    case "help", "--help", "-h":
      try takeTopics(&words)
      return
    case "version", "--version":
      verb = .version
      return
    default: throw first.hasPrefix("-") ? .unknownOption(first) : .unknownVerb(first)
    }
    var onlyFiles = false
    while let word = words.popFirst() {
      if onlyFiles || word == "-" || !word.hasPrefix("-") {
        scripts.append(word)
      } else if word == "--" {
        onlyFiles = true
      } else if word == "--help" || word == "-h" {
        verb = .help
        return
      } else {
        try takeOption(word, &words)
      }
    }
    if scripts.isEmpty, verb != .repl { throw .noScript(first) }
    if scripts.count(where: { $0 == "-" }) > 1 { throw .standardInputTwice }
    if isWatching, scripts.contains("-") { throw .watchingInput }
    if verb != .run {
      if !reports.isEmpty { throw .onlyRuns("--report") }
      if isWatching { throw .onlyRuns("--watch") }
      if saysTimes { throw .onlyRuns("--timing") }
      if hasByteOrderMark { throw .onlyRuns("--bom") }
    }
    if hasByteOrderMark, format != .csv, !reports.contains(where: { $0.format == .text(.csv) }) {
      throw .byteOrderMarkWithoutCSV
    }
  }

  /// Takes the words that help is asked for, and the language it is given in.
  private mutating func takeTopics(_ words: inout ArraySlice<String>) throws(UsageProblem) {
    while let word = words.popFirst() {
      if word.hasPrefix("--") { try takeOption(word, &words) } else { topics.append(word) }
    }
  }

  private mutating func takeOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageProblem) {
    var name = word
    var value: String?
    if let equals = word.firstIndex(of: "="), word.hasPrefix("--") {
      name = String(word[..<equals])
      value = String(word[word.index(after: equals)...])
    }
    if ["--strict", "--watch", "--bom", "--timing"].contains(name) {
      if value != nil { throw .unexpectedValue(name) }
      switch name {
      case "--strict": isStrict = true
      case "--watch": isWatching = true
      case "--timing": saysTimes = true
      default: hasByteOrderMark = true
      }
      return
    }
    let names = ["--data", "--set", "--format", "--lang", "--allow", "--samples", "--seed", "--threads", "--report"]
    guard names.contains(name) else { throw .unknownOption(name) }
    guard let value = value ?? rest.popFirst() else { throw .missingValue(name) }
    switch name {
    case "--data":
      let (key, path) = try pair(value, of: name)
      data.append((key, path))
    case "--set":
      let (key, setting) = try pair(value, of: name)
      settings.append((key, setting))
    case "--format":
      guard let format = OutputFormat(rawValue: value) else {
        throw .badValue(name, value, choices: OutputFormat.allCases.map(\.rawValue))
      }
      self.format = format
    case "--lang":
      guard let language = Language(rawValue: value) else {
        throw .badValue(name, value, choices: Language.allCases.map(\.rawValue))
      }
      self.language = language
    case "--samples":
      guard let count = Int(value), (1...10_000_000).contains(count) else {
        throw .badValue(name, value, choices: ["1 … 10000000"])
      }
      samples = count
    case "--threads":
      guard let count = Int(value), (1...Arguments.mostThreads).contains(count) else {
        throw .badValue(name, value, choices: ["1 … \(Arguments.mostThreads)"])
      }
      threads = count
    case "--report":
      guard let format = FileFormat(path: value) else { throw .unknownReportForm(value) }
      reports.append((value, format))
    case "--seed":
      guard let number = UInt64(value) else { throw .badValue(name, value, choices: ["0 … \(UInt64.max)"]) }
      seed = number
    default: folders.append(value)
    }
  }

  private func pair(_ text: String, of option: String) throws(UsageProblem) -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw .notAPair(option, text) }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
