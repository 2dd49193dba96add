// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  // What a generic type is made of is known when the program is built; the runtime need not find it out from names, for
  // which it would read through all conformances for each type that is a key: a quarter of a short run.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
  // Functions stand by themselves, so that the linker leaves out those that nobody calls.
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// Whether the C++ library can be taken into a program: it is where GCC keeps it on Debian and its like.
let hasStaticLibraries = ["x86_64", "aarch64"].contains { machine in
  let folder = "/usr/lib/gcc/\(machine)-linux-gnu"
  let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return versions.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)/libstdc++.a") }
}

/// How the program is put together: at fixed addresses, with the C++ library in it, and without a table of its functions
/// for others to link with, so that little is left to do at every start.
let linking: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic"]
      + (hasStaticLibraries
        ? ["-Xclang-linker", "-static-libgcc", "-L\(Context.packageDirectory)/Sources/gf/Linking"] : []),
    .when(platforms: [.linux], configuration: .release))
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
      name: "GFCommand", dependencies: ["CommandLineTool"], path: "Sources/gf", exclude: ["Linking"],
      swiftSettings: settings, linkerSettings: linking),

    .target(
      name: "TestSupport",
      dependencies: ["Source", "Reporting", "Session"].map { .target(name: $0) }, path: "Tests/Support",
      swiftSettings: settings),
    tests("SourceTests", imports: ["Source", "TestSupport"]),
    tests("UnitsTests", imports: ["Source", "Units"]),
    tests("IndicatorsTests", imports: ["Source", "Units", "Indicators", "TestSupport"]),
    tests("SyntaxTests", imports: ["Source", "Syntax", "TestSupport"]),
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
