import Indicators
import Syntax

/// Cells that lie one behind the other in memory, or one cell that stands for a whole row.
///
/// Kernels walk rows by pointer, in loops that the compiler can turn into vectors; whoever makes a row keeps its memory.
struct Row {
  /// The numbers.
  let values: UnsafeMutablePointer<Double>
  /// Why each is missing.
  let reasons: UnsafeMutablePointer<MissingReason>
  /// From one cell to the next: 1, or 0 where one stands for all.
  let step: Int

  /// A cell that is not there.
  nonisolated(unsafe) static let absent: Row = {
    // The one cell that it has is never written.
    let row = Row(values: .allocate(capacity: 1), reasons: .allocate(capacity: 1), step: 0)
    row.values.initialize(to: 0)
    row.reasons.initialize(to: .outsideData)
    return row
  }()

  /// The cell at `place`.
  @inline(__always)
  subscript(place: Int) -> (value: Double, reason: MissingReason) { (values[place * step], reasons[place * step]) }

  /// Puts a cell at `place`.
  @inline(__always)
  func set(_ place: Int, _ cell: (value: Double, reason: MissingReason)) {
    values[place] = cell.value
    reasons[place] = cell.reason
  }

  /// Whether all of `count` cells are known.
  @inline(__always)
  func isKnown(_ count: Int) -> Bool {
    if count == 1 || step == 0 { return reasons[0].isKnown }
    var any: UInt8 = 0
    for place in 0..<count { any |= reasons[place].code }
    return any == 0
  }

  /// Whether any of `count` cells is known.
  @inline(__always)
  func holdsKnown(_ count: Int) -> Bool {
    if step == 0 { return reasons[0].isKnown }
    for place in 0..<count where reasons[place].isKnown { return true }
    return false
  }

  /// Copies `count` cells of `other`.
  func copy(_ other: Row, _ count: Int) {
    if other.step == 1 {
      values.update(from: other.values, count: count)
      reasons.update(from: other.reasons, count: count)
    } else {
      values.update(repeating: other.values[0], count: count)
      reasons.update(repeating: other.reasons[0], count: count)
    }
  }

  /// Puts into `count` cells whether those of `other` are known.
  func know(_ other: Row, _ count: Int) {
    if other.step == 0 || other.isKnown(count) {
      values.update(repeating: other.reasons[0].isKnown ? 1 : 0, count: count)
    } else {
      for place in 0..<count { values[place] = other.reasons[place].isKnown ? 1 : 0 }
    }
    reasons.update(repeating: .known, count: count)
  }

  /// Makes `count` cells known, but undefined where the number is not finite.
  @inline(__always)
  func settle(_ count: Int) {
    var carry: UInt64 = 0
    for place in 0..<count { carry |= Row.carry(of: values[place]) }
    settle(count, carry)
  }

  /// Makes `count` cells known, but undefined where the number is not finite; `carry` joins those of the numbers.
  @inline(__always)
  private func settle(_ count: Int, _ carry: UInt64) {
    reasons.update(repeating: .known, count: count)
    guard carry >> 63 != 0 else { return }
    for place in 0..<count where !values[place].isFinite { reasons[place] = .undefined }
  }

  /// Returns bits of which the highest is set where `number` is not finite: of such a number all bits of the exponent are set,
  /// and adding one to them carries into the sign.
  @inline(__always)
  static func carry(of number: Double) -> UInt64 {
    (number.bitPattern & 0x7FF0_0000_0000_0000) &+ 0x0010_0000_0000_0000
  }

  /// Puts into `count` cells what `apply` makes of those of `other`; what is missing keeps its reason.
  ///
  /// Where it does not settle, numbers that are not finite are left for a later step to find.
  @inline(__always)
  func apply(_ other: Row, _ count: Int, settles: Bool = true, _ apply: (Double) -> Double) {
    guard other.isKnown(count) else {
      for place in 0..<count {
        let cell = other[place]
        set(place, cell.reason.isKnown ? Row.settled(apply(cell.value)) : cell)
      }
      return
    }
    write(count, settles) { put in
      if other.step == 1 {
        for place in 0..<count { put(place, apply(other.values[place])) }
      } else {
        let number = apply(other.values[0])
        for place in 0..<count { put(place, number) }
      }
    }
  }

  /// Puts into `count` cells what `apply` makes of those of `first` and `second`; a missing cell has the first reason of
  /// the two.
  ///
  /// Where it does not settle, numbers that are not finite are left for a later step to find.
  @inline(__always)
  func combine(
    _ first: Row, _ second: Row, _ count: Int, settles: Bool = true, _ apply: (Double, Double) -> Double
  ) {
    guard first.isKnown(count), second.isKnown(count) else {
      for place in 0..<count {
        let (left, right) = (first[place], second[place])
        if !left.reason.isKnown {
          set(place, left)
        } else if !right.reason.isKnown {
          // What is undefined on the left comes first, even where no step has settled it so far.
          set(place, left.value.isFinite ? right : Row.settled(left.value))
        } else {
          set(place, Row.settled(apply(left.value, right.value)))
        }
      }
      return
    }
    write(count, settles) { put in
      switch (first.step, second.step) {
      case (1, 1): for place in 0..<count { put(place, apply(first.values[place], second.values[place])) }
      case (1, _):
        let right = second.values[0]
        for place in 0..<count { put(place, apply(first.values[place], right)) }
      case (_, 1):
        let left = first.values[0]
        for place in 0..<count { put(place, apply(left, second.values[place])) }
      default:
        let number = apply(first.values[0], second.values[0])
        for place in 0..<count { put(place, number) }
      }
    }
  }

  /// Makes `count` cells known, whose numbers `write` puts; those that are not finite are undefined if it settles.
  @inline(__always)
  private func write(_ count: Int, _ settles: Bool, _ write: (_ put: (_ place: Int, _ number: Double) -> Void) -> Void)
  {
    var carry: UInt64 = 0
    if settles {
      write { place, number in
        values[place] = number
        carry |= Row.carry(of: number)
      }
    } else {
      write { place, number in values[place] = number }
    }
    settle(count, carry)
  }

  /// Puts into `count` cells whether those of `first` and `second` stand in the relation that `holds` tells, at twelve digits.
  @inline(__always)
  func compare(_ first: Row, _ second: Row, _ comparator: Comparator, _ count: Int, _ holds: (Double, Double) -> Bool) {
    // By all digits in a loop without branches, and once more by twelve where that may not be the same. What is missing is
    // compared too, for its number does no harm.
    var close: UInt64 = 0
    @inline(__always)
    func compare(_ place: Int, _ left: Double, _ right: Double) {
      values[place] = holds(left, right) ? 1 : 0
      close |= mayRoundAlike(left, right)
    }
    switch (first.step, second.step) {
    case (1, 1): for place in 0..<count { compare(place, first.values[place], second.values[place]) }
    case (1, _):
      let right = second.values[0]
      for place in 0..<count { compare(place, first.values[place], right) }
    default: for place in 0..<count { compare(place, first[place].value, second[place].value) }
    }
    if close == 0 { return joinReasons(first, second, count) }
    combine(first, second, count) { Double(comparator.holds(compareAtTwelveDigits($0, $1))) }
  }

  /// Gives `count` cells the first reason of those of `first` and `second`.
  private func joinReasons(_ first: Row, _ second: Row, _ count: Int) {
    if first.isKnown(count), second.isKnown(count) { return reasons.update(repeating: .known, count: count) }
    if first.step == 1, second.step == 0 {
      let other = second.reasons[0]
      for place in 0..<count { reasons[place] = first.reasons[place].isKnown ? other : first.reasons[place] }
    } else {
      for place in 0..<count {
        let reason = first.reasons[place * first.step]
        reasons[place] = reason.isKnown ? second.reasons[place * second.step] : reason
      }
    }
  }

  /// Returns a cell with `number`, undefined where that is not finite.
  @inline(__always)
  static func settled(_ number: Double) -> (value: Double, reason: MissingReason) {
    number.isFinite ? (number, .known) : (0, .undefined)
  }
}

extension Row {
  /// The row that begins `offset` cells further on; where `step` is 0, its first cell stands for all.
  @inline(__always)
  func from(_ offset: Int, step: Int) -> Row { Row(values: values + offset, reasons: reasons + offset, step: step) }
}
