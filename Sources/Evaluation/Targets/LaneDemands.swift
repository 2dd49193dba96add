import Indicators
import Semantics

/// What targets ask of each lane of a definition, where that is one number at most, whatever the period.
struct LaneDemands {
  /// How a value has to stand to the number.
  fileprivate enum Form: UInt8 {
    case none, atLeast, moreThan, atMost, lessThan, equal
  }

  /// The axes of the lanes.
  let axes: [Axis]
  private var forms: [Form]
  private var numbers: [Double]

  /// Creates lanes over `axes` of which nothing is asked.
  init(_ axes: [Axis]) {
    self.axes = axes
    let count = axes.reduce(1) { $0 * $1.labels.count }
    forms = Array(repeating: .none, count: count)
    numbers = Array(repeating: 0, count: count)
  }

  /// Asks of `lane` what the target at `position` asks of an indicator of which `better` is better; returns false where that is not
  /// a number, or something is asked already.
  mutating func ask(_ targets: SheetTargets, _ position: Int, better: Direction?, of lane: Int) -> Bool {
    guard forms[lane] == .none else { return false }
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

  /// Returns whether each cell of `values`, whose lanes these are and whose last axis is that of the periods, is what is asked;
  /// outside the data where nothing is.
  func verdicts(on values: Cube) -> Cube {
    let count = forms.isEmpty ? 0 : values.count / forms.count
    return values.withRow { cells in
      Cube(axes: values.axes) { verdicts in
        for lane in forms.indices {
          let (form, number) = (forms[lane], numbers[lane])
          if form == .none {
            verdicts.from(lane * count, step: 1).copy(.absent, count)
            continue
          }
          let (own, row) = (cells.from(lane * count, step: 1), verdicts.from(lane * count, step: 1))
          let isNear =
            switch form {
            case .none, .equal: row.compare(own, number, count) { $0 == $1 }
            case .atLeast: row.compare(own, number, count) { $0 >= $1 }
            case .moreThan: row.compare(own, number, count) { $0 > $1 }
            case .atMost: row.compare(own, number, count) { $0 <= $1 }
            case .lessThan: row.compare(own, number, count) { $0 < $1 }
            }
          if isNear {
            for place in 0..<count {
              row.values[place] = Double(form.holds(compareAtTwelveDigits(own.values[place], number)))
            }
          }
          row.reasons.update(from: own.reasons, count: count)
        }
      }
    }
  }
}

extension Row {
  /// Puts into `count` cells whether the numbers of `other` compare with `number`; returns whether any is so near that its twelve
  /// digits have to be looked at.
  @inline(__always)
  fileprivate func compare(_ other: Row, _ number: Double, _ count: Int, _ holds: (Double, Double) -> Bool) -> Bool {
    var near: UInt64 = 0
    for place in 0..<count {
      let value = other.values[place]
      near |= mayRoundAlike(value, number)
      values[place] = holds(value, number) ? 1 : 0
    }
    return near != 0
  }
}

extension LaneDemands.Form {
  /// Returns whether a value that compares to the number as `order` is what is asked.
  @inline(__always)
  fileprivate func holds(_ order: Int) -> Bool {
    switch self {
    case .none: false
    case .atLeast: order >= 0
    case .moreThan: order > 0
    case .atMost: order <= 0
    case .lessThan: order < 0
    case .equal: order == 0
    }
  }
}
