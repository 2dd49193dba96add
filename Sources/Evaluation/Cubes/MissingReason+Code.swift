import Indicators

extension MissingReason {
  /// The raw value as it lies in memory, for loops over cells in which a call for each would cost more than the rest.
  @inline(__always)
  var code: UInt8 { unsafeBitCast(self, to: UInt8.self) }

  /// Whether the cell is known.
  @inline(__always)
  var isKnown: Bool { code == 0 }
}
