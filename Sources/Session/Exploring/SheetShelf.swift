import Indicators
import Reporting
import Semantics
import Source
import Syntax
import Units

/// The sheets of a session, each read once.
struct SheetShelf: Sendable {
  /// What the reading of every sheet rests on.
  private struct Ground: Hashable {
    let units: [UnitDeclarationSyntax]
    let same: [[String]]
    let isStrict: Bool
    /// Whether a report wants the digests of the files.
    let takesDigests: Bool
  }

  /// The sheets up to one of the uses, with the catalogue of them where it has been asked for.
  private struct Reading {
    var loader: SheetLoader
    var sheets: ReadSheets?
  }

  private var ground: Ground?
  private var uses: [SheetUse] = []
  /// What was read after none, one, two … of `uses`.
  private var readings: [Reading] = []
  /// How often sheets were read; those of one edition are the same.
  private var edition = 0

  /// Returns the sheets that `units` use; only those are read that were not read before.
  mutating func sheets(
    of units: [SessionUnit], table: UnitTable, _ input: SessionInput, _ files: FileAccess
  ) -> ReadSheets {
    let statements = units.flatMap(\.statements)
    let same = statements.compactMap { statement -> [String]? in
      if case .same(let same) = statement.form { same.names.map(\.last.text) } else { nil }
    }
    let declared = statements.compactMap { statement -> UnitDeclarationSyntax? in
      if case .unit(let unit) = statement.form { unit } else { nil }
    }
    let ground = Ground(
      units: declared, same: same, isStrict: input.isStrict, takesDigests: statements.contains(where: \.isReport))
    if self.ground != ground || readings.isEmpty {
      self.ground = ground
      uses = []
      let loader = SheetLoader(
        files: files, units: table, same: same, isStrict: input.isStrict, takesDigests: ground.takesDigests,
        workers: input.sampling.workers)
      readings = [Reading(loader: loader)]
    }
    let wanted = units.flatMap(\.uses)
    let shared = zip(uses, wanted).prefix { $0 == $1 }.count
    if shared < wanted.count {
      uses.removeLast(uses.count - shared)
      readings.removeLast(readings.count - shared - 1)
    }
    var replacements = Dictionary(input.data.map { ($0.name, $0.path) }, uniquingKeysWith: { $1 })
    for use in wanted.dropFirst(shared) {
      var loader = readings[readings.count - 1].loader
      loader.load(use, &replacements)
      uses.append(use)
      readings.append(Reading(loader: loader))
    }
    if let sheets = readings[wanted.count].sheets { return sheets }
    edition += 1
    let sheets = ReadSheets(readings[wanted.count].loader, edition: edition)
    readings[wanted.count].sheets = sheets
    return sheets
  }

  /// Forgets what was read, so that files are read anew.
  mutating func clear() { readings = [] }
}

/// The sheets that a session uses.
struct ReadSheets: Sendable {
  /// The data.
  let catalogue: Catalogue
  /// What is to be told of the files.
  let diagnostics: [Diagnostic]
  /// Whether a sheet could not be read at all.
  let hasFailed: Bool
  /// The files, where a report wants their digests.
  let files: [ProvenanceSource.File]
  /// A number that other sheets do not have.
  let edition: Int

  /// Takes what `loader` has read.
  init(_ loader: SheetLoader, edition: Int) {
    catalogue = loader.catalogue
    diagnostics = loader.diagnostics + catalogue.clashFindings
    hasFailed = loader.hasFailed
    files = loader.readFiles
    self.edition = edition
  }
}
