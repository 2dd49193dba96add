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
  @Test(arguments: [
    String(repeating: "(", count: 20_000) + "a" + String(repeating: ")", count: 20_000),
    String(repeating: "(", count: 20_000),
    String(repeating: "f(", count: 20_000) + "a",
    String(repeating: "-", count: 20_000) + "a",
    String(repeating: "not ", count: 20_000) + "a",
    String(repeating: "2^", count: 20_000) + "2",
    String(repeating: "a in [", count: 20_000),
    "a" + String(repeating: "[2023]", count: 20_000),
    "1" + String(repeating: "+1", count: 100_000),
    "1" + String(repeating: " or 1", count: 20_000),
    "\"{" + String(repeating: "(", count: 20_000) + "a" + String(repeating: ")", count: 20_000) + "}\"",
  ]) func deepExpressionsAreReportedOnce(_ expression: String) {
    let text = source("show \(expression)\nshow b")
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
