/// Returns the units that share a cell, in order: parted by 、 a comma, a semicolon or a line break, but not in parentheses.
func ownerList(_ printed: String, marks: MissingMarks) -> [String] {
  if marks.reason(of: printed) != nil { return [] }
  var owners: [String] = []
  var known: Set<String> = []
  var owner = String.UnicodeScalarView()
  var depth = 0
  func close() {
    let name = foldedName(String(owner))
    if !name.isEmpty, marks.reason(of: name) == nil, known.insert(name).inserted { owners.append(name) }
    owner = String.UnicodeScalarView()
  }
  for scalar in printed.unicodeScalars {
    let folded = foldedScalar(scalar)
    if folded == "(" { depth += 1 }
    if folded == ")" { depth = max(0, depth - 1) }
    let parts: Bool
    switch folded {
    case "、", ",", ";": parts = depth == 0
    case "\n", "\r": parts = true
    default: parts = false
    }
    if parts { close() } else { owner.append(scalar) }
  }
  close()
  return owners
}
