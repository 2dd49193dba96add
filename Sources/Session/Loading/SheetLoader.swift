import Indicators
import Reporting
import Source
import Syntax
import Units

/// Reads the sheets that scripts use into a catalogue.
struct SheetLoader {
  private let files: FileAccess
  private let isStrict: Bool
  /// Whether the digests of files are wanted.
  private let takesDigests: Bool
  /// The indicators whose cells are kept.
  var wanted = WantedIndicators.all
  /// Is told how far the reading of a sheet is.
  var progress: (@Sendable (ReadingProgress) -> Void)?
  /// Who shares the reading of a sheet.
  private let workers: Workers
  private(set) var diagnostics: [Diagnostic] = []
  private var units: UnitTable
  private var members = NameTable()
  private var sheets: [Sheet] = []
  /// The files that were read, where their digests are wanted.
  private(set) var readFiles: [ProvenanceSource.File] = []
  private var names: [String: (path: String, range: SourceRange)] = [:]

  /// Creates a loader; the names in each of `same` are one member.
  init(files: FileAccess, units: UnitTable, same: [[String]], isStrict: Bool, takesDigests: Bool, workers: Workers) {
    for names in same { for name in names.dropFirst() { members.unite(names[0], name) } }
    self.files = files
    self.isStrict = isStrict
    self.takesDigests = takesDigests
    self.workers = workers
    self.units = units
  }

  /// The sheets that were read.
  var catalogue: Catalogue { Catalogue(units: units, names: members, sheets: sheets, workers: workers) }

  /// Reads the sheets of `uses`; a sheet that `replacements` names is read from there instead.
  mutating func load(_ uses: [SheetUse], replacements: [(name: String, path: String)]) {
    var replacements = Dictionary(replacements.map { ($0.name, $0.path) }, uniquingKeysWith: { $1 })
    for use in uses { load(use, &replacements) }
    for name in replacements.keys.sorted() {
      let choices = sheets.map(\.name)
      diagnostics.append(SessionProblem.unknownSheet(name, choices: choices).diagnostic(at: .command))
    }
  }

  /// Reads the sheet of `use`; one of `replacements` is read instead, and taken out of them.
  mutating func load(_ use: SheetUse, _ replacements: inout [String: String]) {
    guard let file = use.syntax.file.plain else { return }
    let name = use.syntax.name?.text ?? foldedName(stem(of: file))
    let path = file.hasPrefix("/") ? file : use.folder + file
    if let earlier = names[name] {
      // A file met twice, by way of imports, counts once.
      if earlier.path == path { return }
      diagnostics.append(
        SessionProblem.sheetNameTaken(name).diagnostic(
          at: .script(use.range),
          others: [.init(.script(earlier.range), Phrase("first used here", "先在这里读取"))]))
      return
    }
    names[name] = (path, use.range)
    let replacement = replacements.removeValue(forKey: name) ?? replacements.removeValue(forKey: file)
    read(use, file: replacement ?? file, folder: replacement == nil ? use.folder : nil, name: name)
  }

  /// Reads one sheet; a file that the command line names is read from anywhere.
  private mutating func read(_ use: SheetUse, file: String, folder: String?, name: String) {
    switch files.read(file, folder ?? FileAccess.commandLineFolder) {
    case .failure(let failure):
      diagnostics.append(failure.problem(file).diagnostic(at: .script(use.syntax.file.range)))
    case .success(let bytes):
      if takesDigests { readFiles.append(.init(path: file, sheet: name, digest: hexadecimal(sha256(bytes)))) }
      let reading = readSheet(
        bytes, file: file, name: name, mappings: mappings(use.syntax), units: &units, names: &members,
        wanted: wanted, workers: workers, progress: progress)
      diagnostics += reading.diagnostics
      report(reading.sheet)
      sheets.append(reading.sheet)
    }
  }

  /// Says how many cells and rows of `sheet` were lost.
  private mutating func report(_ sheet: Sheet) {
    func count(_ kinds: LoadNote.Kind...) -> Int { sheet.notes.count { kinds.contains($0.kind) } }
    let site = Site.file(sheet.file)
    let unreadable = count(.unreadable, .invalidBytes)
    if unreadable > 0 {
      diagnostics.append(SessionProblem.unreadableCells(count: unreadable, strict: isStrict).diagnostic(at: site))
    }
    let ignored = count(.ignoredRow)
    if ignored > 0 { diagnostics.append(SessionProblem.ignoredRows(count: ignored).diagnostic(at: site)) }
  }

  private mutating func mappings(_ use: UseSyntax) -> [SheetMapping] {
    use.mappings.compactMap { mapping -> SheetMapping? in
      let key: SheetMapping.Key
      let range: SourceRange
      switch mapping.key {
      case .mark(let text):
        key = .mark(text.plain ?? "")
        range = text.range
      case .field(let path):
        range = path.range
        if SheetMapping.Field(word: path.text) == nil, case .heading(let text) = mapping.value,
          let (heading, characters) = partOfHeading(text.plain ?? "")
        {
          return SheetMapping(.dimension(path.text), .part(heading, characters), at: range)
        }
        guard let field = SheetMapping.Field(word: path.text) else {
          let choices = SheetMapping.Field.allCases.map(\.rawValue)
          diagnostics.append(SessionProblem.unknownField(path.text, choices: choices).diagnostic(at: .script(range)))
          return nil
        }
        key = .field(field)
      }
      switch mapping.value {
      case .heading(let text): return SheetMapping(key, .heading(text.plain ?? ""), at: range)
      case .name(let name): return SheetMapping(key, .constant(name.text), at: range)
      case .period(let period): return SheetMapping(key, .period(Period(period)), at: range)
      }
    }
  }
}

/// Returns the heading and the places of characters that a mapping such as `"地区[1..2]"` names, counted from 1.
private func partOfHeading(_ text: String) -> (heading: String, characters: ClosedRange<Int>)? {
  guard text.hasSuffix("]"), let bracket = text.lastIndex(of: "[") else { return nil }
  let ends = text[text.index(after: bracket)...].dropLast().split(separator: ".", omittingEmptySubsequences: false)
  guard ends.count == 3, ends[1].isEmpty, let first = Int(ends[0]), let last = Int(ends[2]),
    first >= 1, last >= first
  else {
    return nil
  }
  return (String(text[..<bracket]), first...last)
}

extension FileAccess {
  /// Stands for the folder of files that the command line names, which may lie anywhere.
  package static let commandLineFolder = "\u{0}"
}
