import Indicators

/// What a report rests on beside its program: the files that were read and the settings of the run.
package struct ProvenanceSource: Sendable {
  /// A file that was read.
  package struct File: Sendable {
    /// The path as the script or the command line gives it.
    package let path: String
    /// The name of the sheet; nil for a script.
    package let sheet: String?
    /// The SHA-256 digest of its bytes, in hexadecimal digits.
    package let digest: String

    /// Creates a file.
    package init(path: String, sheet: String?, digest: String) {
      self.path = path
      self.sheet = sheet
      self.digest = digest
    }
  }

  /// The files, scripts first.
  package let files: [File]
  /// The params that the command line sets, as written there.
  package let settings: [(name: String, value: String)]

  /// Creates a source.
  package init(files: [File], settings: [(name: String, value: String)]) {
    self.files = files
    self.settings = settings
  }
}
