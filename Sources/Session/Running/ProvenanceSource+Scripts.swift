import Reporting
import Source

extension ProvenanceSource {
  /// Creates the source of reports in `scripts` that rest on `sheets`.
  init(scripts: [SourceText], sheets: [File], settings: [(name: String, value: String)]) {
    let files = scripts.map { File(path: $0.name, sheet: nil, digest: hexadecimal(sha256($0.bytes))) }
    self.init(files: files + sheets, settings: settings)
  }
}
