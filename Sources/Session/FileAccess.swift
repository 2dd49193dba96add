import Source

/// How a session reads files; the rim of the program decides what that means.
package struct FileAccess: Sendable {
  /// Why a file could not be read.
  package enum Failure: Error, Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The file lies outside the folders that scripts may read.
    case notAllowed
    /// The file exists and cannot be read; the text is the system's word for why.
    case unreadable(String)
  }

  /// Reads the file at a path, which a script names relative to `folder`.
  package let read: @Sendable (_ path: String, _ folder: String) -> Result<Bytes, Failure>
  /// Reads a script that the user names, whose folder may be read from then on.
  package let script: @Sendable (_ path: String) -> Result<Bytes, Failure>

  /// Creates an access by way of `bytes`, and of `script` for what the user names.
  package init(
    bytes: @escaping @Sendable (_ path: String, _ folder: String) -> Result<Bytes, Failure>,
    script: (@Sendable (_ path: String) -> Result<Bytes, Failure>)? = nil
  ) {
    read = bytes
    self.script = script ?? { bytes($0, FileAccess.commandLineFolder) }
  }

  /// Creates an access to files in memory, by way of `read`.
  package init(_ read: @escaping @Sendable (_ path: String, _ folder: String) -> Result<[UInt8], Failure>) {
    self.init(bytes: { path, folder in read(path, folder).map { Bytes($0) } })
  }
}

/// Returns the folder that `path` lies in, with its final slash; empty where the path names none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return String(path[...slash])
}

/// Returns the name of the file at `path` without folders and without its ending.
package func stem(of path: String) -> String {
  var name = path[...]
  if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
  if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = name[..<dot] }
  return String(name)
}
