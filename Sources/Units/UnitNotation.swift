/// Why a text is not a unit.
package enum UnitProblem: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// The table has no such name.
  case unknown(String)
  /// A sign has no name beside it, or a bracket no partner; holds the text.
  case malformed(String)
  /// It has more parts than any unit has.
  case tooLong
}

extension UnitTable {
  /// Returns the unit that `text` spells, such as `元/人/月`, `吨标准煤/万元`, `%` or `1`.
  ///
  /// `/`, `*` and `·` work from left to right, so `a/b/c` is a per b and per c; `元/(人·月)` is the same. Full-width signs
  /// and letters are taken for their twins, and blanks around signs are skipped.
  package func parse(_ text: String) -> Result<MeasurementUnit, UnitProblem> {
    let parts: [UnitNotation.Part]
    switch UnitNotation.split(UnitNotation.folded(text)) {
    case .failure(let problem): return .failure(problem)
    case .success(let found): parts = found
    }
    var factors: [MeasurementUnit.Factor] = []
    for part in parts where part.name != "1" {
      guard let (factor, power) = factor(spelt: part.name) else { return .failure(.unknown(part.name)) }
      let exponent = part.divides ? -power : power
      let same = factors.firstIndex { $0.name == factor.name && ($0.exponent < 0) == (exponent < 0) }
      if let same {
        factors[same] = factor.with(exponent: factors[same].exponent + exponent)
      } else {
        factors.append(factor.with(exponent: exponent))
      }
    }
    return .success(MeasurementUnit(factors: factors))
  }

  /// Returns the factor of one part of a compound: a name, a name with an exponent (`米²`), or a count of it (`10万人`).
  private func factor(spelt name: String) -> (factor: MeasurementUnit.Factor, power: Int)? {
    if let factor = factor(named: name) { return (factor, 1) }
    if let (base, power) = UnitNotation.exponent(of: name) {
      return factor(named: base).map { ($0, power) }
    }
    guard let (count, rest) = UnitNotation.count(of: name) else { return nil }
    let counted = Conversion(multiply: count)
    if rest.isEmpty { return (MeasurementUnit.Factor(name, .none, size: counted), 1) }
    guard let factor = factor(named: rest), factor.nature == .plain else { return nil }
    return (MeasurementUnit.Factor(name, factor.dimension, size: factor.size.followed(by: counted)), 1)
  }
}

/// How units are spelt: signs, exponents and counts.
enum UnitNotation {
  /// One name of a compound, and whether it stands below the fraction bar.
  struct Part: Hashable {
    let name: String
    let divides: Bool
  }

  /// The most parts a unit can have.
  private static let mostParts = 32

  /// Returns `text` with full-width twins folded and outer blanks cut.
  static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x09: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return trimmed(String(scalars)[...])
  }

  /// Cuts a folded text at its signs.
  static func split(_ text: String) -> Result<[Part], UnitProblem> {
    guard !text.isEmpty else { return .failure(.empty) }
    guard !text.unicodeScalars.contains("\0") else { return .failure(.malformed(text)) }
    var parts: [Part] = []
    var start = text.startIndex
    var divides = false
    var bracket: (divides: Bool, isOpen: Bool) = (false, false)

    func name(until end: String.Index) -> String { trimmed(text[start..<end]) }
    var index = text.startIndex
    var afterBracket = false
    while true {
      let sign = index < text.endIndex ? text.unicodeScalars[index] : "\0"
      switch sign {
      case "/", "*", "·", "⋅", "×", ")", "\0":
        let found = name(until: index)
        guard found.isEmpty == afterBracket else { return .failure(.malformed(text)) }
        if !found.isEmpty { parts.append(Part(name: found, divides: divides != (bracket.isOpen && bracket.divides))) }
        if parts.count > mostParts { return .failure(.tooLong) }
        if index == text.endIndex {
          return bracket.isOpen ? .failure(.malformed(text)) : .success(parts)
        }
        afterBracket = sign == ")"
        if sign == ")" {
          guard bracket.isOpen else { return .failure(.malformed(text)) }
          bracket.isOpen = false
        }
        divides = sign == "/"
        start = text.unicodeScalars.index(after: index)
      case "(":
        guard name(until: index).isEmpty, !bracket.isOpen, !afterBracket else { return .failure(.malformed(text)) }
        bracket = (divides, true)
        divides = false
        start = text.unicodeScalars.index(after: index)
      default: break
      }
      index = text.unicodeScalars.index(after: index)
    }
  }

  /// Returns the name and the exponent of `米²` or `米^2`.
  static func exponent(of name: String) -> (name: String, power: Int)? {
    let scalars = name.unicodeScalars
    if let caret = scalars.firstIndex(of: "^") {
      let power = Int(String(scalars[scalars.index(after: caret)...]))
      return power.flatMap { (1...largestExponent).contains($0) ? (String(scalars[..<caret]), $0) : nil }
    }
    var power = 0
    var place = 1
    var end = scalars.endIndex
    while end > scalars.startIndex {
      let before = scalars.index(before: end)
      guard let digit = superscripts.firstIndex(of: scalars[before]), place <= largestExponent else { break }
      power += digit * place
      place *= 10
      end = before
    }
    return (1...largestExponent).contains(power) ? (String(scalars[..<end]), power) : nil
  }

  /// Returns the number that `10万人` begins with, of at most nine digits, and what follows it.
  static func count(of name: String) -> (count: Double, rest: String)? {
    let digits = name.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count), let count = Double(String(Substring(digits))), count > 0 else { return nil }
    let rest = String(Substring(name.utf8[digits.endIndex...]))
    if let (_, factor, unit) = UnitPrefixes.split(rest), unit.isEmpty { return (count * factor, "") }
    return (count, rest)
  }

  /// The superscript digits from 0 to 9.
  static let superscripts: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  private static func trimmed(_ text: Substring) -> String {
    var scalars = text.unicodeScalars
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
