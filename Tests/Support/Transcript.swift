import Reporting
import Session
import Source

/// What a person sees who enters lines at a prompt, with what the lines ask of the program in brackets.
package struct Transcript {
  /// The lines with what came of each.
  package private(set) var text = ""
  /// The replies, in order.
  package private(set) var replies: [Reply] = []
  /// The session after the last line.
  package private(set) var exploration: Exploration

  /// Enters the lines of `script` into a session that sees `files`; a line that is unfinished goes on with the next.
  package init(
    _ script: String, files: [String: String] = [:], loading: [String] = [], language: Language = .english,
    samples: Int? = nil, rows: Int? = nil
  ) {
    let input = SessionInput(scripts: [], language: language, samples: samples)
    exploration = Exploration(input, files: memory(files), display: DisplaySettings(rows: rows))
    if !loading.isEmpty {
      tell(exploration.load(loading.map { .init(path: $0, bytes: Array((files[$0] ?? "").utf8)) }))
    }
    var entry: [String] = []
    var lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      text += entry.isEmpty ? "\(prompt)\(line)\n" : "  …> \(line)\n"
      entry.append(line)
      if Exploration.isUnfinished(entry.joined(separator: "\n")) { continue }
      tell(exploration.enter(entry.joined(separator: "\n")))
      entry = []
    }
  }

  private var prompt: String { exploration.scenario.map { "gf \($0)> " } ?? "gf> " }

  private mutating func tell(_ reply: Reply) {
    replies.append(reply)
    let language = exploration.language
    if !reply.document.blocks.isEmpty {
      let document = reply.document.showing(rows: exploration.display.rows)
      text += render(document, as: exploration.display.format, language: language)
    }
    switch reply.effect {
    case nil: break
    case .quit: text += "[quit]\n"
    case .help(let topics): text += "[help \(topics.joined(separator: " "))]\n"
    case .toggleTime: text += "[time]\n"
    case .save(let path, let saved, let mayReplace): text += "[save \(path)\(mayReplace ? "!" : "")]\n\(saved)"
    }
    if !reply.diagnostics.isEmpty {
      let sources = Dictionary(reply.texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      text += DiagnosticRenderer(sources: sources, language: language).text(reply.diagnostics)
    }
    for remark in reply.remarks { text += remark[language] + "\n" }
  }
}
