import Indicators
import Semantics

/// The cells of several operands that meet in each cell of a result.
struct MeetingCells {
  private let cubes: [Cube]
  /// For each operand the position of its cell in each cell of the result; nil where they stand one to one.
  private let positions: [[Int32]?]

  /// Lays `cubes` over `axes`, which include theirs.
  init(_ cubes: [Cube], in axes: [Axis]) {
    self.cubes = cubes
    positions = cubes.map { $0.axes == axes ? nil : Alignment.positions(of: $0.axes, in: axes) }
  }

  /// Fates of the operands' cells that say nothing yet.
  var noFates: [Fates] { allFates(nil) }

  /// Returns fates of the operands' cells that are all `cause`.
  func allFates(_ cause: LedgerCause?) -> [Fates] {
    cubes.map { Fates(cause, count: $0.count) }
  }

  /// Returns the cell of `operand` at `cell` of the result, or nil where it has none.
  func position(_ operand: Int, _ cell: Int) -> Int? {
    let position = positions[operand].map { cell < $0.count ? Int($0[cell]) : -1 } ?? cell
    return position >= 0 && position < cubes[operand].count ? position : nil
  }

  /// Whether `operand` has a number at `cell` of the result.
  func isKnown(_ operand: Int, _ cell: Int) -> Bool {
    position(operand, cell).map { cubes[operand].reasons[$0] == .known } ?? false
  }

  /// Returns how the others are lost where `operand` has no number: it has no such cell, or the cell is missing.
  func loss(of operand: Int, _ cell: Int) -> LedgerCause? {
    guard let position = position(operand, cell) else { return .alignment }
    switch cubes[operand].reasons[position] {
    case .known: return nil
    case .outsideData, .noSuchCombination: return .alignment
    case .tooLarge: return .limit
    case .notReported, .suppressed, .notApplicable, .unreadable, .undefined, .gap, .conflict, .coverage, .stated,
      .circular, .nonPositiveBase, .never:
      return .missingOperand
    }
  }

  /// Whether `operand` has the number 0, or false, at `cell` of the result.
  func isZero(_ operand: Int, _ cell: Int) -> Bool {
    position(operand, cell).map { cubes[operand][$0] == 0 } ?? false
  }

  /// Whether no value of `operand` is due at `cell` of the result.
  func isNone(_ operand: Int, _ cell: Int) -> Bool {
    position(operand, cell).map { cubes[operand].reasons[$0] == .noSuchCombination } ?? false
  }

  /// Returns how `operand` is lost by the first of the others, in written order, that has no number.
  func loss(beside operand: Int, among others: Range<Int>? = nil, _ cell: Int) -> LedgerCause? {
    for other in others ?? cubes.indices where other != operand {
      if let loss = loss(of: other, cell) { return loss }
    }
    return nil
  }
}
