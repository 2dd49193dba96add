import Testing

@testable import Projection

/// The smallest change of several params against scipy.
@Suite struct NearestZeroTests {
  private let wide = -10.0...10.0

  /// `minimize(lambda z: z @ z, [0, 0], method="SLSQP", constraints={"type": "ineq", "fun": f}, bounds=box,
  /// options={"ftol": 1e-14})` of the same functions.
  @Test func pointsAreThoseOfScipy() throws {
    let plane = try #require(
      nearestZero(of: { 3 * $0[0] + $0[1] - 5 }, within: [wide, wide], step: 1e-5, rounds: 60))
    #expect((plane[0] - 1.5).magnitude < 1e-9 && (plane[1] - 0.5).magnitude < 1e-9)
    // (1 + 10 a)(2 + 20 b) + (1 + 10 a)² = 50 for a to 0.9 and b to 0.9.
    let curve = try #require(
      nearestZero(
        of: { point in
          let (a, b) = (1 + 10 * point[0], 2 + 20 * point[1])
          return a * b + a * a - 50
        }, within: [-0.1...0.9, -0.1...0.9], step: 1e-5, rounds: 60))
    #expect((1 + 10 * curve[0] - 4.59788585).magnitude < 1e-6)
    #expect((2 + 20 * curve[1] - 6.27667731).magnitude < 1e-6)
  }

  @Test func aCoordinateStaysAtItsEnd() throws {
    let point = try #require(
      nearestZero(of: { 3 * $0[0] + $0[1] - 5 }, within: [-1...1, wide], step: 1e-5, rounds: 60))
    #expect(point[0] == 1)
    #expect((point[1] - 2).magnitude < 1e-9)
  }

  @Test func whatTheBoxDoesNotReachEndsInItsCorner() throws {
    let point = try #require(nearestZero(of: { $0[0] + $0[1] - 9 }, within: [-1...1, -2...2], step: 1e-5, rounds: 60))
    #expect(point == [1, 2])
  }

  @Test func whatDoesNotMoveOrHasNoValueGivesNothing() {
    #expect(nearestZero(of: { _ in -1 }, within: [wide, wide], step: 1e-5, rounds: 60) == nil)
    #expect(nearestZero(of: { _ in nil }, within: [wide, wide], step: 1e-5, rounds: 60) == nil)
  }

  /// The same with two constraints: `[{"type": "ineq", "fun": f}, {"type": "ineq", "fun": g}]`.
  @Test func severalMarginsMeetInACorner() throws {
    let corner = try #require(
      nearestPoint(
        meeting: { [3 * $0[0] + $0[1] - 5, 1 - $0[0]] }, within: [wide, wide], step: 1e-5, rounds: 60))
    #expect((corner[0] - 1).magnitude < 1e-9 && (corner[1] - 2).magnitude < 1e-9)
    // One that is idle changes nothing, and what cannot be has no point.
    let idle = try #require(
      nearestPoint(meeting: { [3 * $0[0] + $0[1] - 5, 9 - $0[0]] }, within: [wide, wide], step: 1e-5, rounds: 60))
    #expect((idle[0] - 1.5).magnitude < 1e-9 && (idle[1] - 0.5).magnitude < 1e-9)
    #expect(
      nearestPoint(meeting: { [$0[0] - 2, 1 - $0[0]] }, within: [wide, wide], step: 1e-5, rounds: 60) == nil)
  }
}
