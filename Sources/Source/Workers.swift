import Synchronization

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
    runAll(workers) { worker in
      for part in stride(from: parts.lowerBound + worker, to: parts.upperBound, by: workers) { work(part, worker) }
    }
  }

  /// Calls `work` once for each worker, with a function that gives the next of `parts` parts, or nil where all are taken; no
  /// result may depend on who takes a part.
  package func share(_ parts: Int, _ work: @escaping @Sendable (_ next: () -> Int?) -> Void) {
    let counter = Counter()
    let loop: @Sendable (Int) -> Void = { _ in
      work {
        let part = counter.take()
        return part < parts ? part : nil
      }
    }
    runAll(max(1, min(count, parts)), loop)
  }

  /// Calls `work` for each of `workers`; one alone needs no thread of its own.
  private func runAll(_ workers: Int, _ work: @escaping @Sendable (Int) -> Void) {
    if workers == 1 { work(0) } else { run(workers, work) }
  }

  /// Calls `work` for each of `parts` parts; whoever is free takes the next.
  package func claim(_ parts: Int, _ work: @escaping @Sendable (_ part: Int) -> Void) {
    share(parts) { next in
      while let part = next() { work(part) }
    }
  }
}

/// Counts up from 0 for all who ask.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
