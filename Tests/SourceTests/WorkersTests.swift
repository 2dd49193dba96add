import Source
import TestSupport
import Testing

@Suite struct WorkersTests {
  @Test(arguments: [0, 1, 2, 100]) func partsStandInOrder(_ parts: Int) {
    for count in 1...3 {
      let made = Workers(count: count).make(parts) { $0 * $0 }
      #expect(made == (0..<parts).map { $0 * $0 })
    }
  }

  @Test func eachWorkerHasAStateOfItsOwn() {
    let made = Workers().make(
      5, from: { 10 },
      { part, state in
        state += part
        return state
      })
    // One worker makes all parts, with one state.
    #expect(made == [10, 11, 13, 16, 20])
  }

  @Test func eachPartFillsItsOwnPlace() {
    var generator = SeededGenerator(seed: 3)
    for count in 1...3 {
      let counts = (0..<20).map { _ in Int.random(in: 0...5, using: &generator) }
      let filled: [String] = Workers(count: count).fill(counts) { part, output in
        for place in 0..<counts[part] { output.append("\(part).\(place)") }
      }
      #expect(filled == counts.indices.flatMap { part in (0..<counts[part]).map { "\(part).\($0)" } })
    }
    #expect(Workers().fill([]) { (_, _: inout OutputSpan<Int>) in } == [])
  }

  @Test func joinedPartsStandInOrder() {
    let parts = [["a"], [], ["b", "c"], ["a longer text, which is kept apart"], []]
    for count in 1...3 { #expect(Workers(count: count).joined(parts) == parts.flatMap { $0 }) }
  }

  @Test func eachPartChangesItsOwnRange() {
    let ranges = [0..<2, 2..<2, 3..<7, 9..<10]
    for count in 1...3 {
      var numbers = Array(0..<10)
      Workers(count: count).change(&numbers, in: ranges) { part, numbers in
        for position in numbers.indices { numbers[position] += 100 * (part + 1) }
      }
      #expect(numbers == [100, 101, 2, 303, 304, 305, 306, 7, 8, 409])
    }
  }
}
