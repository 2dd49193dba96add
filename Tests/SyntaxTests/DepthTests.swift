import Foundation
import Source
import Testing

@testable import Syntax

/// Runs `work` on a thread with the stack that a program's first thread has.
private func onOrdinaryStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
  nonisolated(unsafe) var result: Result?
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    result = work()
    done.signal()
  }
  thread.stackSize = 8 << 20
  thread.start()
  done.wait()
  guard let result else { preconditionFailure("the thread ends with a result") }
  return result
}

@Suite struct DepthTests {
  /// What stands before, is repeated, stands in the middle, is repeated again, and stands behind.
  struct Deep: CustomTestStringConvertible {
    var before = ""
    let repeated: String
    var middle = ""
    var closing = ""
    var behind = ""
    var count = 20_000

    var expression: String {
      before + String(repeating: repeated, count: count) + middle + String(repeating: closing, count: count) + behind
    }

    /// The expression's beginning, since all of it would fill the log.
    var testDescription: String { "\(count) times \(before)\(repeated)" }
  }

  @Test(arguments: [
    Deep(repeated: "(", middle: "a", closing: ")"),
    Deep(repeated: "("),
    Deep(repeated: "f(", middle: "a"),
    Deep(repeated: "-", middle: "a"),
    Deep(repeated: "not ", middle: "a"),
    Deep(repeated: "2^", middle: "2"),
    Deep(repeated: "a in ["),
    Deep(before: "a", repeated: "[2023]"),
    Deep(before: "1", repeated: "+1", count: 100_000),
    Deep(before: "1", repeated: " or 1"),
    Deep(before: "\"{", repeated: "(", middle: "a", closing: ")", behind: "}\""),
  ]) func deepExpressionsAreReportedOnce(_ deep: Deep) {
    let text = source("show \(deep.expression)\nshow b")
    let codes = onOrdinaryStack {
      let parsed = parse(text)
      let copy = parsed.script.statements.last
      return (parsed.diagnostics.map(\.code), copy.map { dump($0.form as Any) }, parsed.script == parsed.script)
    }
    #expect(codes.0 == [.tooDeep])
    #expect(codes.1 == "(show expressions: ((path b)))")
  }

  @Test func whatIsAllowedFitsTheStack() {
    // Chains within parentheses as deep and as long as is allowed, and a text with them at the bottom.
    var expression = "\"{" + String(repeating: "(", count: 250) + "a" + String(repeating: ")", count: 250) + "}\""
    for _ in 0..<250 { expression = "(\(expression) + 1 + 1 + 1)" }
    let nested = source("show \(expression)")
    let long = source("show 1" + String(repeating: " + 1", count: 1_990))
    let result = onOrdinaryStack {
      [nested, long].map { text in
        let parsed = parse(text)
        return (parsed.diagnostics.count, parsed.script.hashValue == parsed.script.hashValue)
      }
    }
    #expect(result.map(\.0) == [0, 0])
  }

  @Test func manyLinesAreRead() {
    let line = "  居民人均可支配收入 grows 5.5% per year until 2025, then 5%\n"
    let text = source("scenario s {\n" + String(repeating: line, count: 20_000) + "}\n")
    let parsed = parse(text)
    #expect(parsed.diagnostics.isEmpty)
    guard case .scenario(let scenario) = parsed.script.statements.first?.form else { return #expect(Bool(false)) }
    #expect(scenario.items.count == 20_000)
  }
}
