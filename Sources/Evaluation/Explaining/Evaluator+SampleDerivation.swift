import Indicators
import Semantics
import Source
import Units

/// How what rests on samples comes about.
extension Evaluator {
  /// Adds an aggregate over samples, and below it its argument on the central path.
  mutating func derive(
    overSamples call: AggregateCall, _ expression: CheckedExpression, _ point: [Dimension: Label],
    _ scenario: ScenarioID, _ depth: Int, _ walk: inout DerivationWalk
  ) {
    guard let argument = call.argument else { return }
    let axes = cube(of: expression, scenario, &walk)?.axes ?? []
    let notes = coverageNote(expression.range, point, scenario) + sampleNotes(of: argument, in: scenario)
    addStep(
      expression, .overSamples, point, scenario, depth, &walk,
      label: Phrase(same: cellName(text(expression.range), axes, point, scenario)), details: notes)
    deriveCentral(argument, point, scenario, depth + 1, &walk)
  }

  /// Adds `expression` as it is where every distribution stands at its median.
  mutating func deriveCentral(
    _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    let own = walk.steps.count
    derive(expression, point, scenario, depth, &walk)
    walk.change(own) { step in
      step.role = .aside
      step.details.append(Phrase("on the central path", "中位路径上的值"))
    }
  }

  /// Returns what seeds the samples of `expression`, and what is drawn for them how often; nothing where no distribution
  /// reaches it.
  mutating func sampleNotes(of expression: CheckedExpression, in scenario: ScenarioID) -> [Phrase] {
    guard expression.isUncertain(where: uncertainDefinitions(in: scenario)) else {
      return [Phrase("nothing uncertain reaches it", "不受任何不确定因素影响")]
    }
    let drawn = draws(reaching: expression, in: scenario)
    var notes = [sampling.note]
    func say(_ names: [Definition], _ words: Phrase) {
      let list = enumeration(names.map(name))
      if !names.isEmpty {
        notes.append(Phrase("\(words.english): \(list.english)", "\(words.chinese)：\(list.chinese)"))
      }
    }
    say(drawn.once, Phrase("drawn once", "只抽取一次"))
    say(drawn.eachMember, Phrase("drawn once for each member", "按成员各抽取一次"))
    say(drawn.eachPeriod, Phrase("drawn anew in each period", "每期重新抽取"))
    let all = drawn.once + drawn.eachMember + drawn.eachPeriod
    for tie in program.ties(in: scenario) where all.contains(tie.first) && all.contains(tie.second) {
      let (first, second, rank) = (name(of: tie.first), name(of: tie.second), shortestString(tie.rank))
      notes.append(Phrase("tied: \(first), \(second) = \(rank)", "关联：\(first)、\(second) = \(rank)"))
    }
    return notes
  }

  /// Returns what holds a distribution that `expression` rests on, by how often it is drawn.
  private mutating func draws(
    reaching expression: CheckedExpression, in scenario: ScenarioID
  ) -> (once: [Definition], eachMember: [Definition], eachPeriod: [Definition]) {
    let layers = layers(of: scenario)
    var drawn: (once: [Definition], eachMember: [Definition], eachPeriod: [Definition]) = ([], [], [])
    var open = expression.definitionsNeeded
    var seen = Set(open)
    while !open.isEmpty {
      let definition = open.removeFirst()
      var expressions = program.formula(of: definition).map { [$0] } ?? []
      if case .set(let set) = definition { expressions += program.sets[set].elements.map(\.value) }
      var courses = layers.assumptions(of: definition).flatMap(\.assumption.courses)
      if case .parameter = definition, let nearest = layers.assumptions(of: definition).first {
        courses = nearest.assumption.courses
        expressions = []
      }
      let uncertain = courses.filter { $0.expressions.contains(where: \.holdsDistribution) }
      if case .parameter = definition {
        if !uncertain.isEmpty || expressions.contains(where: \.holdsDistribution) { drawn.once.append(definition) }
      } else {
        if uncertain.contains(where: { !$0.isRate }) { drawn.eachMember.append(definition) }
        if uncertain.contains(where: \.isRate) { drawn.eachPeriod.append(definition) }
      }
      expressions += courses.flatMap(\.expressions)
      for needed in expressions.flatMap(\.definitionsNeeded) where seen.insert(needed).inserted { open.append(needed) }
    }
    return drawn
  }
}

extension Sampling {
  /// How many samples there are, and what seeds them.
  var note: Phrase { Phrase("\(count) samples, seed \(seed)", "\(count) 个样本，种子 \(seed)") }
}
