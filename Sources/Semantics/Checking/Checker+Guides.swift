import Indicators
import Source
import Syntax

extension Checker {
  /// Returns what a path follows: a trend, a growth between two periods, or a member.
  mutating func guide(_ syntax: ExpressionSyntax, of subject: AssumedSubject) -> CheckedCourse.Move? {
    switch syntax.form {
    case .call(let function, let arguments):
      let builtin = Builtin.named(function.text, argumentCount: 1)?.english
      var spans: [(Period, Period)] = []
      var isLog = false
      for argument in arguments {
        switch argument.form {
        case .range(let first, let last):
          if let first = period(first), let last = period(last), first < last { spans.append((first, last)) }
        case .plain(let word):
          if case .path(let path) = word.form, ["log", "对数"].contains(path.text) { isLog = true }
        case .labelled, .filtered: break
        }
      }
      guard let (first, last) = spans.first, spans.count + (isLog ? 1 : 0) == arguments.count else { break }
      guard hasFrequency(of: first, subject, at: syntax.range), hasFrequency(of: last, subject, at: syntax.range) else {
        return nil
      }
      if builtin == "trend" { return .follows(.trend(first: first, last: last, isLog: isLog)) }
      if builtin == "cagr", !isLog { return .follows(.growth(first: first, last: last)) }
    case .path(let path):
      if let member = memberGuide(path.text) { return member }
    case .text(let text):
      if let member = text.plain.flatMap({ memberGuide($0) }) { return member }
    default: break
    }
    let written = text(syntax.range)
    let nearest = nearestNames(to: written, among: members.ofDimension.values.flatMap { $0 }.sorted(), atMost: 3)
    report(.assumption(.unknownGuide(written, nearest: nearest)), at: syntax.range)
    return nil
  }

  private func memberGuide(_ name: String) -> CheckedCourse.Move? {
    let name = catalogue.names.canonical(name)
    let dimension = members.ofDimension.filter { $0.value.contains(name) }.keys.min { $0.name < $1.name }
    return dimension.map { .follows(.member(dimension: $0, name: name)) }
  }
}
