/// A member of a dimension, as a code into the session's `NameTable`.
package struct Member: Hashable, Sendable {
  /// The position in the name table.
  package let code: Int32

  /// Creates the member with `code`.
  package init(code: Int32) {
    self.code = code
  }
}

/// The names of members, each once; codes count up from 0 in order of first appearance.
package struct NameTable: Sendable {
  /// The names by code.
  package private(set) var names: [String] = []
  private var codes: [String: Int32] = [:]

  /// Creates an empty table.
  package init() {}

  /// Returns the member called `name`, added where it is new; names compare in NFC.
  package mutating func member(_ name: String) -> Member {
    // One search finds the code or makes place for it.
    func kept(_ code: inout Int32) -> Int32 { code }
    let next = Int32(names.count)
    let code = kept(&codes[name, default: next])
    if code == next { names.append(name) }
    return Member(code: code)
  }

  /// Lets `second` be another name of `first`; either may be new.
  package mutating func unite(_ first: String, _ second: String) {
    codes[second] = member(first).code
  }

  /// Returns the name under which `name` is known: the first of all names of one member, else itself.
  package func canonical(_ name: String) -> String {
    codes[name].map { names[Int($0)] } ?? name
  }

  /// Returns the member called `name`, if there is one.
  package func find(_ name: String) -> Member? {
    codes[name].map { Member(code: $0) }
  }

  /// Returns the name of `member`.
  package subscript(member: Member) -> String { names[Int(member.code)] }
}

/// A named dimension of a cube.
package struct Dimension: Hashable, Sendable {
  /// The name that scripts use.
  package let name: String

  /// Creates the dimension called `name`.
  package init(_ name: String) {
    self.name = name
  }

  /// Time; its labels are periods.
  package static let period = Dimension("period")
  /// Place.
  package static let region = Dimension("region")
  /// What is measured; its labels are the indicators of a set.
  package static let indicator = Dimension("indicator")
  /// What-if; its labels are scenarios.
  package static let scenario = Dimension("scenario")
  /// The draws of what is uncertain; its labels are their numbers.
  package static let sample = Dimension("sample")
  /// The rows of a relation; no script can name it.
  package static let row = Dimension("#row")
}

/// A place along an axis.
package enum Label: Hashable, Sendable {
  /// A place in time.
  case period(Period)
  /// A member: a region, a class, a scenario.
  case member(Member)
  /// A row of a relation, counted from 0.
  case row(Int32)
}

/// One dimension of a cube with its labels, each once, in order.
package struct Axis: Hashable, Sendable {
  /// What the axis runs over.
  package let dimension: Dimension
  /// The labels in order: periods ascend, members stand in order of first appearance.
  package let labels: [Label]

  /// Creates an axis.
  package init(_ dimension: Dimension, _ labels: [Label]) {
    self.dimension = dimension
    self.labels = labels
  }
}

/// Numbers over named dimensions, with the reason wherever one is missing.
///
/// Cells lie in one contiguous block, the last axis fastest. A missing cell holds an unspecified number. A truth value
/// is 1 or 0, and unknown is missing.
package struct Cube: Sendable {
  /// The axes, the slowest first.
  package let axes: [Axis]
  /// The number of each cell.
  package var values: [Double]
  /// The reason of each cell; `.known` where there is a number.
  package var reasons: [MissingReason]

  /// Creates a cube; `values` and `reasons` have as many elements as the axes span.
  package init(axes: [Axis], values: [Double], reasons: [MissingReason]) {
    precondition(values.count == reasons.count)
    precondition(values.count == axes.reduce(1) { $0 * $1.labels.count })
    self.axes = axes
    self.values = values
    self.reasons = reasons
  }

  /// Creates a cube whose cells are all missing for `reason`.
  package init(axes: [Axis], missing reason: MissingReason) {
    let count = axes.reduce(1) { $0 * $1.labels.count }
    self.init(
      axes: axes, values: Array(repeating: 0, count: count), reasons: Array(repeating: reason, count: count))
  }

  /// Creates a cube, all cells of which `write` writes where they lie.
  package init(
    axes: [Axis],
    writing write: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<MissingReason>) -> Void
  ) {
    let count = axes.reduce(1) { $0 * $1.labels.count }
    var reasons: [MissingReason] = []
    let values = [Double](unsafeUninitializedCapacity: count) { values, valueCount in
      reasons = [MissingReason](unsafeUninitializedCapacity: count) { reasons, reasonCount in
        write(values, reasons)
        reasonCount = count
      }
      valueCount = count
    }
    self.init(axes: axes, values: values, reasons: reasons)
  }

  /// Creates a cube without axes that holds one number.
  package init(_ value: Double) {
    self.init(axes: [], values: [value], reasons: [.known])
  }

  /// How many cells there are.
  package var count: Int { values.count }

  /// Returns the number of the cell at `offset`, or nil where it is missing.
  package subscript(offset: Int) -> Double? {
    reasons[offset] == .known ? values[offset] : nil
  }

  /// Returns the position of the axis of `dimension`, if the cube has it.
  package func axisIndex(of dimension: Dimension) -> Int? {
    axes.firstIndex { $0.dimension == dimension }
  }
}
