import Indicators
import Source
import TestSupport
import Testing
import Units

@testable import Evaluation

/// Many values are held against what is asked of their lanes as each is by itself.
@Suite struct LaneDemandsTests {
  private static let signs = ["≥", ">", "≤", "<", "="]
  private static let odd: [Double] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude]

  /// A case: what is asked of each lane, if anything, and values by lane and period.
  private struct Trial {
    var asked: [(sign: String, number: Double)?] = []
    var values: Cube

    init(_ random: inout SeededGenerator, gaps: Int) {
      let (lanes, periods) = (Int.random(in: 1...7, using: &random), Int.random(in: 1...13, using: &random))
      values = Cube(
        axes: [
          Axis(.region, (0..<lanes).map { .member(Member(code: Int32($0))) }),
          Axis(.period, (0..<periods).map { .period(Period(year: 2020 + $0)) }),
        ], missing: .gap)
      for lane in 0..<lanes {
        let number = Double(Int.random(in: -40...40, using: &random)) / 8
        let sign = LaneDemandsTests.signs.randomElement(using: &random) ?? "≥"
        asked.append(Int.random(in: 0..<6, using: &random) == 0 ? nil : (sign, number))
        for place in 0..<periods {
          let offset = lane * periods + place
          switch Int.random(in: 0..<9, using: &random) {
          case 0: values.values[offset] = number
          // Nearer than twelve digits tell apart, and a little farther.
          case 1: values.values[offset] = number * (1 + Double.random(in: -1...1, using: &random) * 1e-12)
          case 2: values.values[offset] = number * (1 + Double.random(in: -1...1, using: &random) * 1e-10)
          case 3: values.values[offset] = number.nextUp
          case 4: values.values[offset] = LaneDemandsTests.odd[Int(random.next() % 6)]
          default: values.values[offset] = Double(Int.random(in: -50...50, using: &random)) / 8
          }
          if Int.random(in: 0..<100, using: &random) >= gaps { values.reasons[offset] = .known }
        }
      }
    }

    /// What is asked of the lanes, read from a sheet.
    var demands: LaneDemands? {
      var (names, units) = (NameTable(), UnitTable.standard)
      let rows = asked.enumerated().compactMap { lane, asked in asked.map { "r\(lane),x,\($0.sign)\($0.number)\n" } }
      let bytes = Array(("region,indicator,2026 target\n" + rows.joined()).utf8)
      let sheet = readSheet(Bytes(bytes), file: "t.csv", name: "t", mappings: [], units: &units, names: &names).sheet
      let lanes = asked.indices.filter { asked[$0] != nil }.map { Int32($0) }
      #expect(sheet.targets.count == lanes.count)
      var demands = LaneDemands([values.axes[0]])
      let positions = ArraySlice(lanes.indices.map { Int32($0) })
      return demands.ask(sheet.targets, positions, better: nil, of: lanes) ? demands : nil
    }

    /// Returns whether the cell at `offset` is what is asked; nil where nothing is, or it is missing.
    func holds(_ offset: Int) -> Bool? {
      let periods = values.axes[1].labels.count
      guard let (sign, number) = asked[offset / periods], values.reasons[offset].isKnown else { return nil }
      let order = compareAtTwelveDigits(values.values[offset], number)
      return switch sign {
      case "≥": order >= 0
      case ">": order > 0
      case "≤": order <= 0
      case "<": order < 0
      default: order == 0
      }
    }
  }

  @Test func verdictsAreThoseOfEachCell() throws {
    var random = SeededGenerator(seed: 71)
    for round in 0..<400 {
      let trial = Trial(&random, gaps: [0, 20][round % 2])
      let verdicts = try #require(trial.demands).verdicts(on: trial.values)
      for offset in 0..<verdicts.count {
        #expect(verdicts[offset].map { $0 == 1 } == trial.holds(offset))
        let isAsked = trial.asked[offset / trial.values.axes[1].labels.count] != nil
        #expect(verdicts.reasons[offset] == (isAsked ? trial.values.reasons[offset] : .outsideData))
      }
    }
  }

  @Test func firstPeriodsAreThoseOfTheVerdicts() throws {
    var random = SeededGenerator(seed: 72)
    for round in 0..<400 {
      let trial = Trial(&random, gaps: [0, 20, 80][round % 3])
      let demands = try #require(trial.demands)
      let periods = trial.values.periods
      let begin = Int.random(in: 0..<periods.count, using: &random)
      let places = begin..<Int.random(in: begin + 1...periods.count, using: &random)
      let isKnownElsewhere = Bool.random(using: &random)
      let firsts = demands.firstPeriods(on: trial.values, at: places, isKnownElsewhere: isKnownElsewhere)
      let ofVerdicts = FirstPeriods(
        demands.verdicts(on: trial.values).filtered(.period) { label in
          places.contains { label == .period(periods[$0]) }
        }, isKnownElsewhere: isKnownElsewhere)
      var unknown = 0
      for lane in trial.asked.indices {
        let found = places.map { trial.holds(lane * periods.count + $0) }
        let first = found.firstIndex(of: true).map { periods[places.lowerBound + $0].code }
        unknown += found.filter { $0 == nil }.count
        let isJudged = found.contains { $0 != nil } || isKnownElsewhere
        for way in [firsts, ofVerdicts] {
          #expect(way.cube[lane] == first)
          if first == nil { #expect(way.cube.reasons[lane] == (isJudged ? .never : .outsideData)) }
          #expect(way.counts[lane] == Double(found.filter { $0 == true }.count))
        }
      }
      for way in [firsts, ofVerdicts] {
        #expect(way.unknownCount == unknown)
        for (period, lanes) in way.lanesOfPeriods {
          #expect((0..<way.cube.count).filter { way.cube[$0] == period }.count == lanes)
        }
      }
    }
  }
}
