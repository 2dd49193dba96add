import Source
import Testing

/// A script of the examples.
struct ExampleScript: CustomTestStringConvertible {
  /// The folder, which the command at the top of the repository names.
  let folder: String
  let name: String
  /// How many samples a run takes, where the usual number takes a test too long.
  var samples: Int?

  var testDescription: String { name }

  /// The worked example's, about a plan.
  static let plan = ["scorecard", "audit", "ratios"].map { ExampleScript(folder: exampleFolder, name: $0) }
  /// Those about data that others have published, with figures that others have computed.
  static let panels =
    ["lives", "inequality"].map { ExampleScript(folder: "Examples/gapminder/", name: $0) }
    + ["growth", "prices"].map { ExampleScript(folder: "Examples/us-macro/", name: $0) }
  /// Those about what may come.
  static let projections = [
    ExampleScript(folder: exampleFolder, name: "outlook-2027"),
    ExampleScript(folder: exampleFolder, name: "report-2023", samples: 500),
    ExampleScript(folder: "Examples/gapminder/", name: "convergence", samples: 500),
  ]
  /// All of them.
  static let all = plan + panels + projections

  func run(_ language: Language = .english) throws -> Run {
    try Run(name, in: folder, language: language, samples: samples)
  }
}
