import Testing

@testable import Projection

/// The golden section on functions with one peak.
@Suite struct PeakTests {
  @Test func aPeakIsFound() {
    let smooth = peak(of: { -($0 - 3) * ($0 - 3) }, between: 0, and: 10, tolerance: 1e-9)
    #expect((smooth - 3).magnitude < 1e-7)
    let pointed = peak(of: { -($0 - 0.7).magnitude }, between: 0, and: 1, tolerance: 1e-12)
    #expect((pointed - 0.7).magnitude < 1e-11)
  }

  @Test func aPeakAtAnEndAndAStretchWithoutValues() {
    #expect(peak(of: { $0 }, between: 0, and: 1, tolerance: 1e-9) > 1 - 1e-8)
    let peak = peak(of: { $0 < 5 ? nil : -($0 - 7).magnitude }, between: 0, and: 10, tolerance: 1e-10)
    #expect((peak - 7).magnitude < 1e-9)
  }

  @Test func theSearchEndsWhereItIsEnough() {
    var trials = 0
    _ = peak(
      of: { x in
        trials += 1
        return x
      }, between: 0, and: 1, tolerance: 1e-12, isEnough: { $0 > 0.9 })
    #expect(trials < 10)
  }
}
