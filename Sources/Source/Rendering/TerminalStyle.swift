/// A look that a terminal gives to text.
package enum TerminalStyle: String, Sendable {
  case bold = "1"
  case dim = "2"
  case red = "1;31"
  case green = "32"
  case yellow = "1;33"
  case blue = "34"
  case cyan = "1;36"
  case magenta = "35"
}

extension String {
  /// Returns the text in `style` where `color` is on, otherwise as it is; empty text stays empty.
  package func styled(_ style: TerminalStyle, color: Bool) -> String {
    color && !isEmpty ? "\u{1B}[\(style.rawValue)m\(self)\u{1B}[0m" : self
  }
}
