/// The names by which places in the document are linked to, each given once.
struct Anchors {
  private var used: Set<String> = []

  /// Returns a name for the heading `text`: its letters and digits in lower case, with `-` for blanks, as GitHub makes them.
  mutating func name(of text: String) -> String {
    var base = ""
    for character in text.lowercased() {
      if character == " " || character == "-" {
        base += "-"
      } else if character.isLetter || character.isNumber || character == "_" {
        base.append(character)
      }
    }
    if base.isEmpty { base = "section" }
    var name = base
    var number = 1
    while !used.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
