import Indicators
import Source

/// What a session is given beside its files.
package struct SessionInput: Sendable {
  /// A script as the user gave it.
  package struct Script: Sendable {
    /// The path, or `-` for standard input.
    package let path: String
    /// The text in UTF-8.
    package let bytes: [UInt8]

    /// Creates a script.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The scripts, in order.
  package var scripts: [Script]
  /// Files that stand in for the sheets that scripts call by these names.
  package var data: [(name: String, path: String)]
  /// Values that stand in for those of parameters, as written.
  package var settings: [(name: String, value: String)]
  /// The language of answers and findings.
  package var language: Language
  /// Whether a cell that cannot be read is an error.
  package var isStrict: Bool
  /// How many samples uncertain values take; nil for the default.
  package var samples: Int?
  /// What seeds their draws; nil for the default.
  package var seed: UInt64?
  /// Whether the answers go to a report, even where no script has one.
  package var isReporting: Bool
  /// Whether only what the scripts name is kept of large sheets; else whoever asks later finds all of them.
  package var readsOnlyNamed = false
  /// Is told when a stage of the run begins.
  package var enter: (@Sendable (Stage) -> Void)?
  /// Is told how far the reading of a sheet is.
  package var readingProgress: (@Sendable (ReadingProgress) -> Void)?
  /// What the surroundings do for sampling.
  package var sampling: SamplingSupport

  /// Creates the input of a session.
  package init(
    scripts: [Script], data: [(name: String, path: String)] = [], settings: [(name: String, value: String)] = [],
    language: Language = .english, isStrict: Bool = false, samples: Int? = nil, seed: UInt64? = nil,
    isReporting: Bool = false, sampling: SamplingSupport = SamplingSupport()
  ) {
    self.scripts = scripts
    self.data = data
    self.settings = settings
    self.language = language
    self.isStrict = isStrict
    self.samples = samples
    self.seed = seed
    self.isReporting = isReporting
    self.sampling = sampling
  }
}
