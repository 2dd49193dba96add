import Indicators

/// What each change contributes to the difference of one cell between two scenarios.
package struct Attribution: Sendable {
  /// What one change does.
  package struct Effect: Sendable {
    /// The position of the change.
    package let change: Int
    /// What it does by itself, on top of the first scenario.
    package let alone: CellValue
    /// What it adds to the changes before it.
    package let inOrder: CellValue

    /// Whether it is seen to do anything.
    var isSeen: Bool { alone.number != 0 || inOrder.number != 0 }
  }

  /// What the changes do, in their order; those that do nothing are left out.
  package let effects: [Effect]
  /// What the changes do jointly, beyond what each does by itself.
  package let interaction: CellValue
  /// The whole difference.
  package let difference: Double
}

extension HybridValues {
  /// Returns where each cell's difference comes from; `first` and `second` are the cells in the two scenarios, all known.
  package func attributions(from first: [Double], to second: [Double]) -> [Attribution] {
    let count = changes.changes.count
    let known = (first: first.map { CellValue($0) }, second: second.map { CellValue($0) })
    let alone = changes.changes.indices.map { count == 1 ? known.second : values(taking: [$0]) }
    var steps = alone.isEmpty ? [] : [alone[0]]
    for last in changes.changes.indices.dropFirst() {
      steps.append(last == count - 1 ? known.second : values(taking: Set(0...last)))
    }
    let all = first.indices.map { cell in
      Walk(from: known.first[cell], alone: alone.map { $0[cell] }, steps: steps.map { $0[cell] })
    }
    let needed = changesNeeded(among: all, known.second)
    return all.enumerated().map { cell, walk in
      Attribution(
        effects: walk.effects.filter { $0.isSeen || needed[$0.change]?[cell] == true },
        interaction: walk.interaction, difference: second[cell] - first[cell])
    }
  }

  /// Returns for each change that seems to do nothing somewhere, though changes interact there, in which cells the second
  /// scenario would be different without it.
  private func changesNeeded(among walks: [Walk], _ second: [CellValue]) -> [Int: [Bool]] {
    var needed: [Int: [Bool]] = [:]
    for change in changes.changes.indices {
      guard walks.contains(where: { !$0.effects[change].isSeen && $0.interaction.number != 0 }) else { continue }
      let without = values(taking: Set(changes.changes.indices).subtracting([change]))
      needed[change] = zip(without, second).map { $0.change(from: $1).number != 0 }
    }
    return needed
  }
}

/// One cell on its way from the first scenario to the second.
private struct Walk {
  let effects: [Attribution.Effect]
  let interaction: CellValue

  /// Walks from `start` along `steps`, the last of which is the second scenario; `alone` are the cell's values where a
  /// single change is made.
  init(from start: CellValue, alone: [CellValue], steps: [CellValue]) {
    var before = start
    effects = steps.indices.map { change in
      let step = steps[change].change(from: before)
      // Where a hybrid has no value, the next that has one takes the step of both.
      if steps[change].number != nil { before = steps[change] }
      return Attribution.Effect(change: change, alone: alone[change].change(from: start), inOrder: step)
    }
    if let missing = effects.first(where: { $0.alone.number == nil }) {
      interaction = missing.alone
      return
    }
    let numbers = ([start] + alone + steps.suffix(1)).compactMap(\.number)
    let whole = (steps.last?.number ?? 0) - (start.number ?? 0)
    let rest = whole - effects.reduce(0) { $0 + ($1.alone.number ?? 0) }
    let scale = numbers.reduce(0) { max($0, $1.magnitude) } * Double(numbers.count)
    interaction = CellValue(rest.magnitude <= scale * CellValue.rounding ? 0 : rest)
  }
}
