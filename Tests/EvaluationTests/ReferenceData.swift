import Foundation
import TestSupport

/// The data sets of one table in `Tests/Corpus/numbers`, each as what it gives of it by name.
struct ReferenceData {
  /// The texts of each line by data set and what they are.
  private let lines: [String: [String: [String]]]
  /// The names of the data sets in the order of the table.
  let names: [String]

  init(_ table: String) throws {
    let file = CorpusFile.folder.appending(path: "numbers/\(table).tsv")
    var lines: [String: [String: [String]]] = [:]
    var names: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      if names.last != fields[0] { names.append(fields[0]) }
      lines[fields[0], default: [:]][fields[1]] = fields[2].split(separator: ",").map(String.init)
    }
    (self.lines, self.names) = (lines, names)
  }

  /// Returns the texts that `name` has of `part`.
  func texts(_ name: String, _ part: String) -> [String] { lines[name]?[part] ?? [] }

  /// Returns the numbers that `name` has of `part`.
  func numbers(_ name: String, _ part: String) -> [Double] { texts(name, part).map { Double($0) ?? .nan } }
}

/// Returns how many decimal digits of `expected` `found` has, 16 at most; for an expected zero, those after the point.
func agreeingDigits(_ found: Double?, _ expected: Double) -> Double {
  guard let found else { return 0 }
  let error = (found - expected).magnitude / (expected == 0 ? 1 : expected.magnitude)
  return error == 0 ? 16 : min(16, -log10(error))
}
