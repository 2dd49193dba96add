import Source
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
}
