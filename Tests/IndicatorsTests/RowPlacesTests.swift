import Testing

@testable import Indicators

/// The places of a block's rows and cells against those that were written.
@Suite struct RowPlacesTests {
  @Test func rowsAreWhereTheyWereWritten() {
    var generator = SplitMix(seed: 31)
    for round in 0..<120 {
      let count = Int(generator.next() % 300)
      let place = UnsafeMutableRawPointer.allocate(byteCount: RowPlaces.size(count), alignment: 16)
      let other = UnsafeMutableRawPointer.allocate(byteCount: RowPlaces.size(count) + 1, alignment: 16)
      defer {
        place.deallocate()
        other.deallocate()
      }
      let places = RowPlaces(at: place, capacity: count)
      var (expected, start, line) = ([(start: Int, line: Int)](), 0, 0)
      for row in 0..<count {
        places.set(row, start: start, line: line)
        expected.append((start, line))
        // Of every third, some row is long, and of every other third some row has several lines.
        start += Int(generator.next() % (round % 3 == 1 && generator.next() % 90 == 0 ? 9_000 : 256))
        line += round % 3 == 2 && generator.next() % 90 == 0 ? 3 : 1
      }
      let rows = places.rows(count)
      // The place need not be one where wide numbers may lie.
      let copy = RowPlaces(rows, at: other + round % 2)
      #expect((0..<count).allSatisfy { places.place(of: $0) == expected[$0] && copy.place(of: $0) == expected[$0] })
      #expect(rows.size <= RowPlaces.size(count))
      if round % 3 == 0 { #expect(rows.size == 4 + count) }
    }
  }

  @Test func cellsStandInTheColumnsOfTheirRows() {
    var places = CellPlaces(columns: [3, 5, 6])
    #expect((0..<6).map { places.row(of: $0) } == [0, 0, 0, 1, 1, 1])
    #expect((0..<6).map { places.column(of: $0) } == [3, 5, 6, 3, 5, 6])
    places.keep([1, 3, 4, 5])
    #expect((0..<4).map { places.row(of: $0) } == [0, 1, 1, 1])
    #expect((0..<4).map { places.column(of: $0) } == [5, 3, 5, 6])
    places.keep([1, 3])
    #expect((0..<2).map { places.row(of: $0) } == [1, 1])
    #expect((0..<2).map { places.column(of: $0) } == [3, 6])
  }
}
