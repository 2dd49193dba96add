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
  }

  /// The steps, in order.
  var steps: [Step] = []
  /// The cubes that operands are.
  private(set) var operands: [Cube] = []

  /// How many cells a block has: few enough to stay in the processor's nearest memory.
  private static let blockSize = 2048
  /// From how many cells on blocks pay.
  private static let fewestCells = 1 << 14
  /// How many cells a worker takes at once.
  private static let partSize = 1 << 16

  /// Adds a step that puts `cube` on the stack.
  mutating func add(_ cube: Cube) {
    steps.append(.operand(operands.count))
    operands.append(cube)
  }

  /// Returns what the steps come to; `workers` share large cubes.
  func result(_ workers: Workers) -> Cube {
    let spread = operands.filter { !$0.axes.isEmpty }
    guard steps.count > 1, let axes = spread.first?.axes, let count = spread.first?.count, count >= Self.fewestCells,
      spread.allSatisfy({ $0.axes == axes })
    else { return wholeResult() }
    return Cube(axes: axes) { write($0, count, workers) }
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
      }
    }
    return stack.last ?? Cube(axes: [], missing: .undefined)
  }

  private func write(_ result: Row, _ count: Int, _ workers: Workers) {
    withRows(operands[...], []) { rows in
      let (rows, result) = (rows.map { SharedRow(row: $0) }, SharedRow(row: result))
      workers.share(0..<(count + Self.partSize - 1) / Self.partSize) { part, _ in
        let table = RowTable(rows: steps.count, width: Self.blockSize)
        var start = part * Self.partSize
        let end = min(start + Self.partSize, count)
        while start < end {
          let length = min(Self.blockSize, end - start)
          write(result.row.from(start, step: 1), rows.map(\.row), start, length, table)
          start += length
        }
      }
    }
  }

  /// Writes `count` cells of `result`, for those of `operands` from `start` on, with the rows of `table` for what lies on the
  /// stack.
  private func write(_ result: Row, _ operands: [Row], _ start: Int, _ count: Int, _ table: RowTable) {
    var stack: [Row] = []
    for (index, step) in steps.enumerated() {
      if case .operand(let operand) = step {
        let row = operands[operand]
        stack.append(row.step == 0 ? row : row.from(start, step: 1))
        continue
      }
      let upper = stack.removeLast()
      let place = if case .compute = step { stack.count - 1 } else { stack.count }
      let target = index == steps.count - 1 ? result : table[place]
      switch step {
      case .operand: break
      case .convert(let conversion): target.convert(upper, count, by: conversion)
      case .negate: target.apply(upper, count) { -$0 }
      case .compute(let operation): target.compute(stack.removeLast(), operation, upper, count)
      }
      stack.append(target)
    }
  }

  /// Calls `body` with all cells of `cubes` as rows, behind `rows`; a cube of one cell stands for all.
  private func withRows(_ cubes: ArraySlice<Cube>, _ rows: [Row], _ body: ([Row]) -> Void) {
    guard let cube = cubes.first else { return body(rows) }
    cube.withRow { row in
      withRows(cubes.dropFirst(), rows + [row.from(0, step: cube.axes.isEmpty ? 0 : 1)], body)
    }
  }
}
