// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// One folder of the pipeline; it may import what it names here and nothing else.
func layer(_ name: String, imports: [String] = [], path: String? = nil) -> Target {
  .target(
    name: name, dependencies: imports.map { .target(name: $0) }, path: path ?? "Sources/\(name)",
    swiftSettings: settings)
}

/// The tests of one layer.
func tests(_ name: String, imports: [String], excluding files: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: imports.map { .target(name: $0) }, path: "Tests/\(name)",
    exclude: files, swiftSettings: settings)
}

let package = Package(
  name: "gf",
  products: [
    .library(name: "GF", targets: ["GF"]),
    .executable(name: "gf", targets: ["GFCommand"]),
  ],
  dependencies: [],
  targets: [
    layer("Source"),
    layer("Units", imports: ["Source"]),
    layer("Indicators", imports: ["Source", "Units"]),
    layer("Syntax", imports: ["Source"]),
    layer("Semantics", imports: ["Source", "Units", "Indicators", "Syntax"]),
    layer("Evaluation", imports: ["Source", "Units", "Indicators", "Semantics"]),
    layer("Projection", imports: ["Source", "Units", "Indicators", "Syntax", "Semantics", "Evaluation"]),
    layer("Reporting", imports: ["Source", "Units", "Indicators", "Semantics", "Evaluation", "Projection"]),
    layer(
      "Session",
      imports: ["Source", "Units", "Indicators", "Syntax", "Semantics", "Evaluation", "Projection", "Reporting"]),
    layer(
      "GF", imports: ["Source", "Indicators", "Reporting", "Session"], path: "Sources/Embedding"),
    layer("CommandLineTool", imports: ["Source", "Indicators", "Semantics", "Reporting", "Session"]),
    .executableTarget(
      name: "GFCommand", dependencies: ["CommandLineTool"], path: "Sources/gf",
      swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["Source", "Reporting", "Session"].map { .target(name: $0) }, path: "Tests/Support",
      swiftSettings: settings),
    tests("SourceTests", imports: ["Source", "TestSupport"]),
    tests("UnitsTests", imports: ["Source", "Units"]),
    tests("IndicatorsTests", imports: ["Source", "Units", "Indicators"]),
    tests("SyntaxTests", imports: ["Source", "Syntax"]),
    tests(
      "EvaluationTests",
      imports: ["Source", "Units", "Indicators", "Syntax", "Semantics", "Evaluation", "Reporting", "TestSupport"]),
    tests(
      "ProjectionTests",
      imports: ["Source", "Indicators", "Semantics", "Evaluation", "Projection", "Reporting", "Session", "TestSupport"]),
    tests("ReportingTests", imports: ["Source", "Units", "Indicators", "Evaluation", "Reporting", "TestSupport"]),
    tests(
      "SessionTests",
      imports: [
        "Source", "Units", "Indicators", "Syntax", "Semantics", "Evaluation", "Reporting",
        "Session", "GF", "CommandLineTool", "TestSupport",
      ]),
    tests(
      "DocumentTests",
      imports: [
        "Source", "Indicators", "Syntax", "Semantics", "Reporting", "Session", "CommandLineTool", "TestSupport",
      ]),
    tests("ExamplesTests", imports: ["Source", "Syntax", "Reporting", "Session"], excluding: ["Expected"]),
  ]
)
