import Indicators

/// Holds values against what is asked of their lanes.
extension LaneDemands {
  /// Returns whether each cell of `values`, whose lanes these are and whose last axis is that of the periods, is what is asked;
  /// outside the data where nothing is.
  func verdicts(on values: Cube) -> Cube {
    let count = forms.isEmpty ? 0 : values.count / forms.count
    return values.withRow { cells in
      Cube(axes: values.axes) { verdicts in
        verdicts.reasons.update(from: cells.reasons, count: values.count)
        for lane in forms.indices {
          let (own, row) = (cells.from(lane * count, step: 1), verdicts.from(lane * count, step: 1))
          if forms[lane].isEmpty {
            row.copy(.absent, count)
          } else if !forms[lane].contains(.beyond) || !row.judge(own, forms[lane], numbers[lane], count) {
            for place in 0..<count {
              row.values[place] = Double(forms[lane].holds(compareAtTwelveDigits(own.values[place], numbers[lane])))
            }
          }
        }
      }
    }
  }

  /// Returns the first of the periods at `places` in which each lane of `values` is what is asked, without keeping its verdicts;
  /// that it is not may be known in others.
  func firstPeriods(on values: Cube, at places: Range<Int>, isKnownElsewhere: Bool) -> FirstPeriods {
    let (count, codes) = (values.periods.count, values.periods[places].map(\.code))
    let isComplete = values.isComplete
    return values.withRow { cells in
      forms.withUnsafeBufferPointer { forms in
        numbers.withUnsafeBufferPointer { numbers in
          FirstPeriods(over: axes, codes, isKnownElsewhere: isKnownElsewhere) { lane in
            let own = cells.from(lane * count + places.lowerBound, step: 1)
            if forms[lane].isEmpty { return (places.count, 0, 0) }
            if forms[lane].contains(.beyond), isComplete || own.isKnown(places.count),
              let found = own.findFirst(forms[lane], numbers[lane], places.count)
            {
              return found
            }
            return own.findFirstOneByOne(forms[lane], numbers[lane], places.count)
          }
        }
      }
    }
  }
}

extension Row {
  /// Puts into `count` cells whether the numbers of `other` are what is asked; returns false where one is so
  /// near to the number that it has to be looked at by itself.
  @inline(__always)
  fileprivate func judge(_ other: Row, _ form: LaneDemands.Form, _ number: Double, _ count: Int) -> Bool {
    let one = PairBits(repeating: (1.0).bitPattern)
    let verdicts = UnsafeMutableRawPointer(values)
    var allFar = PairBits(repeating: ~0)
    form.forEachPair(other.values, count, number) { place, held, far in
      allFar &= far
      verdicts.storeBytes(of: held & one, toByteOffset: place &* MemoryLayout<Double>.stride, as: PairBits.self)
    }
    if count % 2 > 0 {
      values[count - 1] = Double(form.holds(compareAtTwelveDigits(other.values[count - 1], number)))
    }
    return allFar[0] & allFar[1] == ~0
  }

  /// Returns what is found among `count` numbers, all of which are known; nil where one is so near to the number that
  /// it has to be looked at by itself.
  @inline(__always)
  fileprivate func findFirst(_ form: LaneDemands.Form, _ number: Double, _ count: Int) -> FirstPeriods.Found? {
    var (allFar, held) = (PairBits(repeating: ~0), PairBits.zero)
    var first = PairBits(repeating: UInt64(count))
    if count % 2 > 0, form.holds(compareAtTwelveDigits(values[count - 1], number)) {
      (first, held) = (PairBits(repeating: UInt64(count - 1)), PairBits(0, 1))
    }
    form.forEachPair(values, count, number) { place, isHeld, far in
      allFar &= far
      // All bits set are −1.
      held &-= isHeld
      first = PairBits(UInt64(place), UInt64(place &+ 1)) & isHeld | first & ~isHeld
    }
    if allFar[0] & allFar[1] != ~0 { return nil }
    return (Int(min(first[0], first[1])), Int(held[0] &+ held[1]), count)
  }

  /// Returns what is found among `count` cells that are looked at one by one.
  fileprivate func findFirstOneByOne(_ form: LaneDemands.Form, _ number: Double, _ count: Int) -> FirstPeriods.Found {
    var found = (place: count, holding: 0, known: 0)
    for place in (0..<count).reversed() where reasons[place].isKnown {
      found.known += 1
      if form.holds(compareAtTwelveDigits(values[place], number)) {
        (found.place, found.holding) = (place, found.holding + 1)
      }
    }
    return found
  }
}

/// The bits of two numbers, all or none of which are set.
private typealias PairBits = SIMD2<UInt64>

extension LaneDemands.Form {
  /// Calls `take` for two of `count` values after the other, from the last to the first without an odd one at the end, with the place
  /// of the first of the two, whether each is beyond the number, and whether it is so far from it that nothing else counts.
  ///
  /// On which side of the number that is decides no branch, since neighbours differ in it.
  @inline(__always)
  fileprivate func forEachPair(
    _ values: UnsafePointer<Double>, _ count: Int, _ number: Double,
    _ take: (_ place: Int, _ beyond: SIMD2<UInt64>, _ far: SIMD2<UInt64>) -> Void
  ) {
    let sign = PairBits(repeating: 1 << 63)
    // Turns the sign of a difference where less is asked.
    let turn = contains(.isLess) ? sign : .zero
    let wanted = SIMD2(repeating: number)
    // What rounds alike is not farther from the number than this; what is no number is not farther from it than anything.
    let reach = SIMD2(repeating: number.magnitude * 0x1p-34)
    let bytes = UnsafeRawPointer(values)
    var place = count & ~1
    while place > 0 {
      place &-= 2
      let value = bytes.loadUnaligned(fromByteOffset: place &* MemoryLayout<Double>.stride, as: SIMD2<Double>.self)
      let difference = (value - wanted).bits
      let (beyond, size) = (SIMD2<Double>(bits: difference ^ turn), SIMD2<Double>(bits: difference & ~sign))
      take(place, (beyond .> 0).bits, (size .> reach).bits)
    }
  }
}

extension SIMD2<Double> {
  /// The bits of the numbers.
  @inline(__always)
  fileprivate var bits: PairBits { unsafeBitCast(self, to: PairBits.self) }

  /// Creates the numbers with `bits`.
  @inline(__always)
  fileprivate init(bits: PairBits) { self = unsafeBitCast(bits, to: SIMD2<Double>.self) }
}

extension SIMDMask<SIMD2<Int64>> {
  /// The bits of both: all are set where it is true.
  @inline(__always)
  fileprivate var bits: PairBits { unsafeBitCast(self, to: PairBits.self) }
}
