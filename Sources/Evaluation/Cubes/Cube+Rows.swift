import Indicators

/// The cells of a cube as rows.
extension Cube {
  /// Calls `body` with all cells as one row, which may only be read.
  @inline(__always)
  func withRow<Result>(_ body: (Row) -> Result) -> Result {
    values.withUnsafeBufferPointer { values in
      reasons.withUnsafeBufferPointer { reasons in
        guard let values = values.baseAddress, let reasons = reasons.baseAddress else { return body(.absent) }
        return body(Row(values: .init(mutating: values), reasons: .init(mutating: reasons), step: 1))
      }
    }
  }

  /// Calls `body` with all cells as one row to write.
  @inline(__always)
  mutating func withMutableRow(_ body: (Row) -> Void) {
    values.withUnsafeMutableBufferPointer { values in
      reasons.withUnsafeMutableBufferPointer { reasons in
        guard let values = values.baseAddress, let reasons = reasons.baseAddress else { return }
        body(Row(values: values, reasons: reasons, step: 1))
      }
    }
  }

  /// Creates a cube over `axes`, all cells of which `write` writes, as one row.
  ///
  /// It stands here and not with the cube, so that it is compiled into whoever calls it, and the loops of `write` with it.
  @inline(__always)
  init(axes: [Axis], writing write: (Row) -> Void) {
    let count = axes.cellCount
    var reasons: [MissingReason] = []
    let values = [Double](unsafeUninitializedCapacity: count) { values, valueCount in
      reasons = [MissingReason](unsafeUninitializedCapacity: count) { reasons, reasonCount in
        if let values = values.baseAddress, let reasons = reasons.baseAddress {
          write(Row(values: values, reasons: reasons, step: 1))
        }
        reasonCount = count
      }
      valueCount = count
    }
    self.init(axes: axes, values: values, reasons: reasons)
  }
}
