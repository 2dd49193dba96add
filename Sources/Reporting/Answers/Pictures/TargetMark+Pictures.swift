import Evaluation
import Indicators
import Source
import Units

extension TargetMark {
  /// Returns the number asked in `unit`; nil where none is, or it measures something else.
  func asked(in unit: MeasurementUnit) -> Double? {
    guard let asked, let step = self.unit.factor(to: unit) else { return nil }
    return step(asked)
  }

  /// Returns whether the target's cell is that of `members`.
  func isOf(_ members: [(dimension: Dimension, name: String)]) -> Bool {
    members.allSatisfy { member in
      let own = self.members.first { $0.dimension == member.dimension }
      return own == nil || own?.name == member.name
    }
  }
}

extension Phrase {
  /// Returns the phrase behind `name`.
  func after(_ name: Phrase) -> Phrase {
    Phrase("\(name.english) \(english)", "\(name.chinese) \(chinese)")
  }
}
