import Indicators
import Source
import Syntax
import Units

/// An arithmetic expression as steps on a stack over the cubes that it is made of, so that large cubes are computed block by
/// block and nothing between operands and result is ever as large as they are.
struct ArithmeticPlan {
  /// One step.
  enum Step {
    /// Puts an operand on the stack.
    case operand(Int)
    /// Brings the uppermost into another unit.
    case convert(Conversion)
    /// Turns its sign.
    case negate
    /// Joins the upper two.
    case compute(ArithmeticOperator)
    /// Tells whether it is known.
    case know
  }

  /// The steps, in order.
  var steps: [Step] = []
  /// The cubes that operands are.
  private(set) var operands: [Cube] = []

  /// How many cells a block has: few enough for the rows of a few operands to stay in the processor's nearest memory.
  static let blockSize = 512
  /// From how many cells on blocks pay.
  static let fewestCells = 1 << 14
  /// How many cells a worker takes at once.
  static let partSize = 1 << 16

  /// Adds a step that puts `cube` on the stack.
  mutating func add(_ cube: Cube) {
    steps.append(.operand(operands.count))
    operands.append(cube)
  }

  /// Returns what the steps come to; `workers` share large cubes.
  func result(_ workers: Workers) -> Cube {
    guard let axes = blockAxes else { return wholeResult() }
    return Cube(axes: axes) { write($0, axes.cellCount, workers) }
  }

  /// The axes of the result where it is large and made of cubes over just these, and of numbers, so that it can be computed block
  /// by block.
  var blockAxes: [Axis]? {
    let spread = operands.filter { !$0.axes.isEmpty }
    guard steps.count > 1, let axes = spread.first?.axes, axes.cellCount >= Self.fewestCells,
      spread.allSatisfy({ $0.axes == axes })
    else { return nil }
    return axes
  }

  /// Returns what the steps come to, each computed for all cells.
  private func wholeResult() -> Cube {
    var stack: [Cube] = []
    for step in steps {
      switch step {
      case .operand(let index): stack.append(operands[index])
      case .convert(let conversion): stack.append(stack.removeLast().converted(by: conversion))
      case .negate: stack.append(stack.removeLast().mapped { -$0 })
      case .compute(let operation):
        let right = stack.removeLast()
        stack.append(stack.removeLast().computed(operation, with: right))
      case .know: stack.append(stack.removeLast().knowledge)
      }
    }
    return stack.last ?? Cube(axes: [], missing: .undefined)
  }

  private func write(_ result: Row, _ count: Int, _ workers: Workers) {
    withRows(operands[...], []) { rows in
      let (rows, result) = (rows.map { SharedRow(row: $0) }, SharedRow(row: result))
      workers.share(0..<(count + Self.partSize - 1) / Self.partSize) { part, _ in
        let table = table
        let rows = rows.map(\.row)
        forEachBlock(of: part, count) { start, length in
          compute(rows, start, length, table, into: result.row.from(start, step: 1))
        }
      }
    }
  }

  /// Calls `body` with where each block of a worker's part of `count` cells begins, and how long it is.
  func forEachBlock(of part: Int, _ count: Int, _ body: (_ start: Int, _ length: Int) -> Void) {
    let end = min((part + 1) * Self.partSize, count)
    for start in stride(from: part * Self.partSize, to: end, by: Self.blockSize) {
      body(start, min(Self.blockSize, end - start))
    }
  }

  /// Room for what lies on the stack while a block is computed: two rows for each place.
  var table: RowTable { RowTable(rows: 2 * depth, width: Self.blockSize) }

  /// How many results lie on the stack at most.
  private var depth: Int {
    var (depth, deepest) = (0, 1)
    for step in steps {
      switch step {
      case .operand: depth += 1
      case .compute: depth -= 1
      case .convert, .negate, .know: break
      }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  /// Computes `count` cells, for those of `operands` from `start` on, with the rows of `table` for what lies on the stack; what
  /// comes of them lies in `result` if there is any and the last step writes, and is returned.
  @discardableResult func compute(
    _ operands: [Row], _ start: Int, _ count: Int, _ table: RowTable, into result: Row? = nil
  ) -> Row {
    var stack: [Row] = []
    stack.reserveCapacity(steps.count)
    for (index, step) in steps.enumerated() {
      if case .operand(let operand) = step {
        let row = operands[operand]
        stack.append(row.step == 0 ? row : row.from(start, step: 1))
        continue
      }
      let upper = stack.removeLast()
      let left = if case .compute = step { stack.removeLast() } else { upper }
      // Never where the left operand lies: loops are vectors only where rows do not overlap.
      let rows = (table[2 * stack.count], table[2 * stack.count + 1])
      let free = rows.0.values == left.values ? rows.1 : rows.0
      let target = index == steps.count - 1 ? result ?? free : free
      let settles = settles(index)
      switch step {
      case .operand: break
      case .convert(let conversion): target.convert(upper, count, by: conversion, settles: settles)
      case .negate: target.apply(upper, count, settles: settles) { -$0 }
      case .compute(let operation): target.compute(left, operation, upper, count, settles: settles)
      case .know: target.know(upper, count)
      }
      stack.append(target)
    }
    return stack.last ?? .absent
  }

  /// Whether numbers that are not finite must be found right after a step.
  ///
  /// Through most steps they stay what they are, so that the last one finds them; only what is divided by one of them, or raised, may
  /// be finite again.
  private func settles(_ index: Int) -> Bool {
    guard index + 1 < steps.count else { return true }
    return switch steps[index + 1] {
    case .compute(.divide), .compute(.power), .know: true
    case .compute(.add), .compute(.subtract), .compute(.multiply), .convert, .negate: false
    // It waits on the stack for one of the steps that follow.
    case .operand: steps.contains { if case .compute(.power) = $0 { true } else { false } }
    }
  }

  /// Calls `body` with all cells of `cubes` as rows, behind `rows`; a cube of one cell stands for all.
  func withRows(_ cubes: ArraySlice<Cube>, _ rows: [Row], _ body: ([Row]) -> Void) {
    guard let cube = cubes.first else { return body(rows) }
    cube.withRow { row in
      withRows(cubes.dropFirst(), rows + [row.from(0, step: cube.axes.isEmpty ? 0 : 1)], body)
    }
  }
}
