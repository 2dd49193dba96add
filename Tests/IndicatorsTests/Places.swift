import Foundation

/// Folders of the package that tests read.
enum Places {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let corpus = root.appending(path: "Tests/Corpus")
  static let plan = root.appending(path: "Examples/liandu-2023")
}
