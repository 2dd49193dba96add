import Foundation

/// What a process did.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
}

/// The command as a process of its own, in a folder of its own.
final class Command {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The binary, which is built beside the tests.
  static let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "gf")

  func run(_ arguments: String..., input: String = "", output: String? = nil, environment: [String: String] = [:])
    throws -> Outcome
  {
    try run(arguments, input: input, output: output, environment: environment)
  }

  func run(
    _ arguments: [String], input: String = "", output: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = try output.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? standardOutput
    process.standardError = standardError
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let written = output == nil ? standardOutput.fileHandleForReading.readDataToEndOfFile() : Data()
    let errors = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: written, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
  }
}
