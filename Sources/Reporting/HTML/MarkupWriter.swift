import Source

/// Writes elements, attributes and text of HTML that is XML as well; text is escaped, and every element is closed.
struct MarkupWriter {
  /// A name and its value; one without a value is left out.
  typealias Attribute = (name: String, value: String?)

  /// What has been written.
  private(set) var text = ""

  /// Writes the element `name` with what `content` writes in it.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes the element `name` with `characters` in it.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text characters: String) {
    element(name, attributes) { $0.write(characters) }
  }

  /// Writes an element that has no content.
  mutating func void(_ name: String, _ attributes: [Attribute] = []) {
    open(name, attributes)
    text += "/>"
  }

  /// Writes `characters`; those that could move or hide text are escapes, and none is markup.
  mutating func write(_ characters: String) {
    text += characters.markupText
  }

  /// Starts a new line of the file, where a blank has no meaning.
  mutating func newline() {
    text += "\n"
  }

  /// Writes what is markup already.
  mutating func write(raw markup: String) {
    text += markup
  }

  private mutating func open(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)"
    for (name, value) in attributes {
      if let value { text += " \(name)=\"\(value.markupText)\"" }
    }
  }
}

extension String {
  /// The text with what HTML or XML would take for markup written as references, and what neither may hold as escapes.
  var markupText: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        if let escape = scalar.escape {
          result += escape
        } else if scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value) {
          result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
