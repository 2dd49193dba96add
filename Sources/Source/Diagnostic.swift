/// A finding about a script, a sheet or a command line, as plain data: no renderer's choices are in it.
package struct Diagnostic: Hashable, Sendable {
  /// How much a finding weighs.
  package enum Severity: String, Sendable {
    /// What was asked cannot be done.
    case error
    /// It was done, but probably not as meant.
    case warning
    /// Worth knowing.
    case note
  }

  /// A place that takes part in a finding, with what is to be said of it there.
  package struct Label: Hashable, Sendable {
    /// The place.
    package let site: Site
    /// A few words under the place's caret.
    package let text: Phrase

    /// Labels `site` with `text`.
    package init(_ site: Site, _ text: Phrase) {
      self.site = site
      self.text = text
    }
  }

  /// A complete change that cures a finding.
  package struct FixIt: Hashable, Sendable {
    /// What is replaced; empty to insert.
    package let range: SourceRange
    /// What stands there afterwards.
    package let replacement: String

    /// Creates the change of `range` to `replacement`.
    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What a finding says.
  package struct Words: Hashable, Sendable {
    let message: Phrase
    let label: Phrase?
    let others: [Label]
    let help: [Phrase]
    let fixIts: [FixIt]

    /// Creates the words of a finding.
    package init(
      message: Phrase, label: Phrase? = nil, others: [Label] = [], help: [Phrase] = [], fixIts: [FixIt] = []
    ) {
      self.message = message
      self.label = label
      self.others = others
      self.help = help
      self.fixIts = fixIts
    }
  }

  /// How much the finding weighs.
  package var severity: Severity
  /// What kind of finding it is; stable between versions.
  package let code: Code
  /// The smallest place that shows the fault.
  package let site: Site
  /// Makes the words; most findings of a long list are counted and never read.
  private let words: @Sendable () -> Words

  /// Creates a finding that says `words`, which are made each time that they are read.
  package init(_ severity: Severity, _ code: Code, at site: Site, saying words: @escaping @Sendable () -> Words) {
    self.severity = severity
    self.code = code
    self.site = site
    self.words = words
  }

  /// Creates a finding.
  package init(
    _ severity: Severity, _ code: Code, _ message: Phrase, at site: Site, label: Phrase? = nil,
    others: [Label] = [], help: [Phrase] = [], fixIts: [FixIt] = []
  ) {
    let words = Words(message: message, label: label, others: others, help: help, fixIts: fixIts)
    self.init(severity, code, at: site) { words }
  }

  /// One line that stands alone, without a period.
  package var message: Phrase { words().message }
  /// A few words under the site's caret.
  package var label: Phrase? { words().label }
  /// Other places that take part, in reading order.
  package var others: [Label] { words().others }
  /// What to do about it.
  package var help: [Phrase] { words().help }
  /// Changes that cure it, each complete.
  package var fixIts: [FixIt] { words().fixIts }

  /// Returns the finding with more to say of what to do.
  package func adding(help more: [Phrase]) -> Diagnostic {
    Diagnostic(severity, code, message, at: site, label: label, others: others, help: help + more, fixIts: fixIts)
  }

  /// Returns whether two findings say the same of the same place.
  package static func == (first: Diagnostic, second: Diagnostic) -> Bool {
    first.severity == second.severity && first.code == second.code && first.site == second.site
      && first.words() == second.words()
  }

  /// Feeds what tells most findings apart into `hasher`, which takes no words.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(severity)
    hasher.combine(code)
    hasher.combine(site)
  }
}

/// The place of a finding; that of a cell is kept in a box, so that findings are short.
package enum Site: Hashable, Sendable {
  /// A part of a script.
  case script(SourceRange)
  /// A cell of a sheet.
  indirect case cell(CellPlace)
  /// A sheet as a whole, named by its file.
  case file(String)
  /// The command line.
  case command
}

/// The place of a cell in a sheet's file, with what is printed there.
package struct CellPlace: Hashable, Sendable {
  /// The file's name as the script gives it.
  package let file: String
  /// The line on which the cell's row begins, counted from 1.
  package let line: Int
  /// The column, counted from 1.
  package let column: Int
  /// The cell's text as printed.
  package let content: String

  /// Creates the place of a cell.
  package init(file: String, line: Int, column: Int, content: String) {
    self.file = file
    self.line = line
    self.column = column
    self.content = content
  }
}
