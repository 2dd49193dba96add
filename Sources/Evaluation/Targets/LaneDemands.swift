import Indicators
import Semantics

/// What targets ask of each lane of a definition, where that is one number at most, whatever the period.
struct LaneDemands {
  /// How a value has to stand to the number; nothing is asked by none of these.
  struct Form: OptionSet {
    let rawValue: UInt8

    /// What is on the far side of the number is what is asked.
    static let beyond = Form(rawValue: 1)
    /// So is what equals the number.
    static let equal = Form(rawValue: 2)
    /// The far side is the lower one.
    static let isLess = Form(rawValue: 4)

    static let atLeast: Form = [.beyond, .equal]
    static let moreThan: Form = [.beyond]
    static let atMost: Form = [.beyond, .equal, .isLess]
    static let lessThan: Form = [.beyond, .isLess]
  }

  /// The axes of the lanes.
  let axes: [Axis]
  /// How each has to stand to its number.
  private(set) var forms: [Form]
  /// The number of each.
  private(set) var numbers: [Double]

  /// Creates lanes over `axes` of which nothing is asked.
  init(_ axes: [Axis]) {
    self.axes = axes
    let count = axes.reduce(1) { $0 * $1.labels.count }
    forms = Array(repeating: [], count: count)
    numbers = Array(repeating: 0, count: count)
  }

  /// Asks of each of `lanes`, −1 for none, what the target at its place among `positions` asks of an indicator of which `better` is
  /// better; returns false where one is not a number, or asks what something is asked of already.
  mutating func ask(
    _ targets: SheetTargets, _ positions: ArraySlice<Int32>, better: Direction?, of lanes: [Int32]
  ) -> Bool {
    for (position, lane) in zip(positions, lanes) where lane >= 0 {
      guard ask(targets, Int(position), better: better, of: Int(lane)) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func ask(_ targets: SheetTargets, _ position: Int, better: Direction?, of lane: Int) -> Bool {
    guard forms[lane].isEmpty else { return false }
    let (asked, number) = targets.plain(position)
    let form: Form
    switch asked {
    case .several: return false
    case .atLeast: form = .atLeast
    case .moreThan: form = .moreThan
    case .atMost: form = .atMost
    case .lessThan: form = .lessThan
    case .equal: form = .equal
    case .number: form = better == .lower ? .atMost : .atLeast
    case .holds:
      switch better {
      case .higher: form = .atLeast
      case .lower: form = .atMost
      case nil: form = .equal
      }
    }
    (forms[lane], numbers[lane]) = (form, number)
    return true
  }
}

extension LaneDemands.Form {
  /// Returns whether a value that compares to the number as `order` is what is asked.
  @inline(__always)
  func holds(_ order: Int) -> Bool {
    order == 0 ? contains(.equal) : contains(.beyond) && (order < 0) == contains(.isLess)
  }
}
