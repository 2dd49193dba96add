/// Those who share work that falls into independent parts.
package struct Workers: Sendable {
  /// How many there are.
  package let count: Int
  private let run: @Sendable (_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void

  /// Creates `count` workers; `run` calls its work once for each of so many, and returns when all are done.
  package init(
    count: Int = 1,
    run: @escaping @Sendable (_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void = { count, work in
      for worker in 0..<count { work(worker) }
    }
  ) {
    self.count = count
    self.run = run
  }

  /// Calls `work` for each of `parts`, those of one worker one after another.
  ///
  /// Which worker has which part is fixed: the parts fall to them in turn.
  package func share(_ parts: Range<Int>, _ work: @escaping @Sendable (_ part: Int, _ worker: Int) -> Void) {
    let workers = max(1, min(count, parts.count))
    if parts.isEmpty { return }
    run(workers) { worker in
      for part in stride(from: parts.lowerBound + worker, to: parts.upperBound, by: workers) { work(part, worker) }
    }
  }
}
