/// Returns `text` as names compare: full-width twins as ASCII, outer blanks cut, a wrapped line joined.
///
/// Swift's string comparison adds the rest, canonical equivalence (NFC).
package func foldedName(_ text: String) -> String {
  if isFolded(text) { return text }
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

/// Whether folding would surely leave `text` as it is; looks at its bytes alone, since most names need no folding.
private func isFolded(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first <= 0x20 || last <= 0x20 { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case ..<0x20, 0xC2, 0xC3, 0xE2, 0xEF: return false
      // Ideographic blanks and brackets begin with E3 80.
      case 0xE3: if index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
      default: break
      }
    }
    return true
  }
}

/// Whether a folded text has neither blanks nor capital letters; looks at its bytes alone.
private func isCompact(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    for byte in bytes {
      switch byte {
      case ...0x20, UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC2, 0xE2, 0xE3, 0xEF: return false
      default: break
      }
    }
    return true
  }
}

/// Returns `text` as headings and marks compare: as names do, without any blank, in lower case.
func compactText(_ text: String) -> String {
  let folded = foldedName(text)
  if isCompact(folded) { return folded }
  var compact = String.UnicodeScalarView()
  for scalar in folded.unicodeScalars where !isBlank(scalar) {
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
