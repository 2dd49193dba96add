import Evaluation
import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns what a question sets aside that moves the params at `positions`: what scenarios assume of them, and their
  /// distributions.
  func setAsideNotes(_ positions: [Int], in scenario: ScenarioID) -> [Phrase] {
    positions.compactMap { position in
      let name = program.parameters[position].name
      if let setting = scenarioSetting(parameter: position, under: scenario)?.heading {
        return Phrase(
          "\(setting.english) assumes a value of \(name), which is set aside", "情景“\(setting.chinese)”对“\(name)”的取值已搁置")
      }
      guard program.parameters[position].value.holdsDistribution else { return nil }
      return Phrase("the distribution of \(name) is set aside", "“\(name)”的分布已搁置")
    }
  }

  /// Returns what else is uncertain in `expression` beside the params at `positions`, and how it is taken.
  func uncertaintyNotes(
    of expression: CheckedExpression, in scenario: ScenarioID, besides positions: [Int]
  ) -> [Phrase] {
    var notes: [Phrase] = []
    let uncertain = uncertainNames(in: expression, under: scenario, besides: positions)
    if !uncertain.atMedian.isEmpty {
      notes.append(
        Phrase(
          "at their medians: \(uncertain.atMedian.joined(separator: ", "))",
          "取中位数：\(uncertain.atMedian.joined(separator: "、"))"))
    }
    if !uncertain.drawn.isEmpty {
      let names = uncertain.drawn
      notes.append(
        Phrase(
          "chances are shares of \(sampling.count) samples, the same at every trial; drawn: \(names.joined(separator: ", "))",
          "概率按 \(sampling.count) 个样本计算，各次试算所用样本相同；抽样：\(names.joined(separator: "、"))"))
    } else if restsOnSamples(expression, under: scenario) {
      notes.append(
        Phrase("there is no chance where nothing else is uncertain", "除所变动的参数外没有不确定因素，故没有概率"))
    }
    return notes
  }

  /// Returns a value of the param at `position` with its unit.
  func amount(_ value: Double, ofParameter position: Int, decimals: Int? = nil) -> String {
    written(value, program.parameters[position].value.type.unit, decimals: decimals)
  }
}

/// Returns a number with its unit as a sentence has it; without `decimals`, in its shortest form to twelve digits.
func written(_ value: Double, _ unit: MeasurementUnit, decimals: Int? = nil) -> String {
  let digits =
    decimals.map { decimalString(value, decimals: $0) } ?? shortestString(significantDecimal(value, digits: 12))
  return unit.factors.isEmpty ? digits : digits + unitSuffix(unit.symbol)
}

/// Returns the unit of a change of values in `unit`: points for percentages.
func changeUnit(_ unit: MeasurementUnit) -> MeasurementUnit {
  unit.nature == .percentage ? .points : unit
}

/// Returns `heading` with the scenario in brackets, where it is not the data alone.
func heading(_ heading: String, in scenario: ScenarioID) -> Phrase {
  if scenario == .actual { return Phrase(same: heading) }
  return Phrase("\(heading) [\(scenario.heading.english)]", "\(heading) [\(scenario.heading.chinese)]")
}
