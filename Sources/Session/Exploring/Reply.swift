import Reporting
import Source

/// What a session answers to a line.
package struct Reply: Sendable {
  /// What the line asks of the program that reads it.
  package enum Effect: Hashable, Sendable {
    /// The session is over.
    case quit
    /// The manual's entries of these names, or how the prompt is used where there are none.
    case help([String])
    /// How long answers take is said from now on, or no more.
    case toggleTime
    /// A file is to be written; an existing one stays, unless the session may replace it.
    case save(path: String, text: String, mayReplace: Bool)
  }

  /// The answers.
  package var document = Document()
  /// What is to be told, errors first where the line failed.
  package var diagnostics: [Diagnostic] = []
  /// What changed in the session, a sentence each.
  package var remarks: [Phrase] = []
  /// The texts that the findings are about.
  package var texts: [SourceText] = []
  /// What else is to be done.
  package var effect: Effect?

  /// Creates a reply that says nothing.
  package init() {}

  /// Creates a reply of `remarks`.
  init(_ remarks: Phrase...) { self.remarks = remarks }

  /// Creates a reply that asks the program for `effect`.
  init(effect: Effect) { self.effect = effect }

  /// Creates a reply of answers.
  init(_ blocks: [Block]) { document = Document(blocks) }

  /// Creates a reply of a line that failed.
  init(failure diagnostics: [Diagnostic], texts: [SourceText]) {
    self.diagnostics = diagnostics
    self.texts = texts
  }

  /// Whether the line did what it says; one that did not has changed nothing.
  package var hasSucceeded: Bool { !diagnostics.contains(where: \.failsLine) }
  /// The status with which a process that read no more than this line ends.
  package var status: ExitStatus { ExitStatus(of: diagnostics) }
}
