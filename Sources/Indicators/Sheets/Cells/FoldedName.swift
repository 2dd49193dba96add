/// Returns `text` as names compare: full-width twins as ASCII, outer blanks cut, a wrapped line joined.
///
/// Swift's string comparison adds the rest, canonical equivalence (NFC).
package func foldedName(_ text: String) -> String {
  var scalars: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" {
      scalars.append("\n")
    } else if scalar.value != 0, scalar.value != 0xFEFF {
      scalars.append(foldedScalar(scalar))
    }
  }
  let first = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
  let last = scalars.lastIndex { !isBlank($0) } ?? scalars.startIndex - 1
  guard first <= last else { return "" }
  var joined = String.UnicodeScalarView()
  for index in first...last {
    guard scalars[index] == "\n" else {
      joined.append(scalars[index])
      continue
    }
    // A line break inside a Chinese word is the layout's; between Latin words it stands for a blank.
    if scalars[index - 1].isASCII, scalars[index + 1].isASCII, scalars[index + 1] != "\n", scalars[index - 1] != "\n" {
      joined.append(" ")
    }
  }
  return String(joined)
}

/// Returns `text` as headings and marks compare: as names do, without any blank, in lower case.
func compactText(_ text: String) -> String {
  var compact = String.UnicodeScalarView()
  for scalar in foldedName(text).unicodeScalars where !isBlank(scalar) {
    if ("A"..."Z").contains(scalar) {
      compact.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    } else {
      compact.append(scalar)
    }
  }
  return String(compact)
}

/// Returns the ASCII twin of a full-width sign, or the sign itself; quotation marks stay as printed.
func foldedScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF02, 0xFF07: scalar
  case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
  case 0x3000, 0x00A0: " "
  case 0x3010: "["
  case 0x3011: "]"
  case 0x00D7: "*"
  case 0x00F7: "/"
  default: scalar
  }
}

/// Whether a folded sign is a blank or a line break.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D, 0x85, 0x00A0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000, 0xFEFF: true
  default: false
  }
}
