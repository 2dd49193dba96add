import Testing

@testable import Indicators

/// The codes that rows share against those that were said of each.
@Suite struct RowRunsTests {
  @Test func rowsHaveTheCodesThatWereSaid() {
    var generator = SplitMix(seed: 32)
    for dimensions in 0...4 {
      for _ in 0..<40 {
        let count = 1 + Int(generator.next() % 200)
        let size = RowRuns.size(count, dimensions: dimensions)
        let (place, other) = (
          UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16),
          UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        )
        defer {
          place.deallocate()
          other.deallocate()
        }
        var runs = RowRuns(at: place, capacity: count, dimensions: dimensions)
        var expected: [(key: Int, members: SIMD4<UInt16>)] = []
        for row in 0..<count {
          var codes = expected.last ?? (0, SIMD4())
          if row == 0 || generator.next() % 3 == 0 {
            codes.key = Int(generator.next() % 3)
            for dimension in 0..<dimensions { codes.members[dimension] = UInt16(generator.next() % 2) }
          }
          // What is as before may be said or not.
          if row == 0 || codes != expected[row - 1] || generator.next() % 2 == 0 {
            runs.begin(row, key: codes.key, members: codes.members)
          }
          expected.append(codes)
        }
        let copy = runs.copy(to: other)
        #expect(copy.count == runs.count && (1..<count).count { expected[$0] != expected[$0 - 1] } == runs.count - 1)
        for row in 0..<count {
          let run = copy.run(of: row)
          #expect(copy.start(run) <= row && copy.code(run) == expected[row].key)
          #expect((0..<dimensions).allSatisfy { copy.member($0, run) == expected[row].members[$0] })
        }
      }
    }
  }
}
