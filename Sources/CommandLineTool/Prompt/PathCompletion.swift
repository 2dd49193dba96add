import Glibc

/// Returns the files and folders whose paths begin with `path`, folders with a slash behind them, in the order of their
/// names; hidden ones only where a dot is typed.
func files(goingOnWith path: String) -> [String] {
  let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  let (folder, start) = (String(path[..<end]), path[end...])
  guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
  defer { closedir(directory) }
  var found: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard name.hasPrefix(start), name != ".", name != "..", !name.hasPrefix(".") || start.hasPrefix(".") else {
      continue
    }
    var status = stat()
    let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    found.append(folder + name + (isFolder ? "/" : ""))
  }
  return found.sorted()
}
