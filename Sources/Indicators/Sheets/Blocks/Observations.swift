import Units

/// The value cells of a sheet, in its order, as blocks of columns.
package struct Observations: Sendable {
  /// The blocks, none of which is empty.
  let blocks: [ObservationBlock]
  /// The books of the blocks, in order of first appearance.
  let books: [CodeBook]
  /// The position of each block's book.
  let bookOfBlock: [Int]
  /// The number of each block's first cell, and of all cells at the end.
  private let starts: [Int]
  /// What labels the cells, those that are kept and the others.
  let labels: SheetLabels
  /// The positions of the cells that the status column calls provisional.
  package let provisional: Set<Int32>

  /// Joins `blocks` of a sheet in their order.
  init(_ blocks: [ObservationBlock] = [], _ labels: SheetLabels = SheetLabels(dimensions: 0)) {
    self.labels = labels
    self.blocks = blocks.filter { $0.count > 0 }
    var starts = [0]
    var provisional: Set<Int32> = []
    for block in self.blocks {
      for position in block.provisional { provisional.insert(Int32(clamping: starts[starts.count - 1] + position)) }
      starts.append(starts[starts.count - 1] + block.count)
    }
    self.starts = starts
    self.provisional = provisional
    var books: [CodeBook] = []
    var positions: [ObjectIdentifier: Int] = [:]
    bookOfBlock = self.blocks.map { block in
      if let known = positions[ObjectIdentifier(block.book)] { return known }
      positions[ObjectIdentifier(block.book)] = books.count
      books.append(block.book)
      return books.count - 1
    }
    self.books = books
  }

  /// How many cells there are.
  package var count: Int { starts[starts.count - 1] }

  /// Returns the number of the first cell of the block at `index`.
  func start(ofBlock index: Int) -> Int { starts[index] }

  /// Returns the block that holds a cell, and the cell's position in it.
  func find(_ cell: Int) -> (block: ObservationBlock, position: Int) {
    precondition(cell >= 0 && cell < count)
    let index = blockIndex(of: cell)
    return (blocks[index], cell - starts[index])
  }

  /// Returns the index of the block that holds a cell.
  func blockIndex(of cell: Int) -> Int {
    var (low, high) = (0, blocks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= cell { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension Observations {
  /// One column of all cells.
  package struct Column<Element>: RandomAccessCollection {
    fileprivate let observations: Observations
    fileprivate let read: (ObservationBlock, Int) -> Element

    package var startIndex: Int { 0 }
    package var endIndex: Int { observations.count }

    package subscript(cell: Int) -> Element {
      let (block, position) = observations.find(cell)
      return read(block, position)
    }
  }

  private func column<Element>(_ read: @escaping (ObservationBlock, Int) -> Element) -> Column<Element> {
    Column(observations: self, read: read)
  }

  /// The position in the sheet's indicators.
  package var indicator: Column<Int32> { column { $0.book.indicators[$0.indicator(of: $1, in: $0.run(of: $1))] } }
  /// The period.
  package var period: Column<Period> { column { $0.book.periods[$0.period(of: $1)] } }
  /// The members, one column for each of the sheet's dimensions; code −1 where the cell is empty.
  package var members: [Column<Int32>] {
    labels.members.indices.map { dimension in
      column { $0.book.members[dimension][$0.member(dimension, of: $1, in: $0.run(of: $1))] }
    }
  }
  /// The number, in the indicator's unit.
  package var value: Column<Double> { column { $0.values[$1] } }
  /// Why there is no number, or `.known`.
  package var reason: Column<MissingReason> { column { $0.reason($1) } }
  /// How many digits stand after the decimal point.
  package var decimals: Column<UInt8> { column { $0.decimals($1) } }
  /// The line of the row, counted from 1.
  package var line: Column<Int> { column { $0.line(of: $1) } }
  /// The column of the cell, counted from 1.
  package var column: Column<Int> { column { $0.column(of: $1) + 1 } }
  /// Where the cell's row begins in the sheet's bytes.
  package var rowStart: Column<Int> { column { $0.rowStart(of: $1) } }
}
