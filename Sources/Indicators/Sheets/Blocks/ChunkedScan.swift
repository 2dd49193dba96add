import Source
import Synchronization
import Units

/// A scan of a sheet's rows in parts of a fixed size, which workers share.
struct ChunkedScan {
  private let bytes: Bytes
  private let plan: ScanPlan
  private let units: UnitTable
  private let parts: [Range<Int>]

  /// Parts the rows from `start` on into pieces of about `partSize` bytes.
  init(_ bytes: Bytes, _ plan: ScanPlan, units: UnitTable, from start: Int, partSize: Int) {
    self.bytes = bytes
    self.plan = plan
    self.units = units
    parts = stride(from: start, to: bytes.count, by: partSize).map { $0..<min($0 + partSize, bytes.count) }
  }

  /// Scans all parts and hands them on in the order of the sheet.
  ///
  /// Each part but the first is taken to begin after its first line break. Where the part before it ends elsewhere, because
  /// a quoted field holds that break, it is scanned again from there; so whatever the parts are, the records are the same.
  func scan(_ scan: RowScan, file: String, _ take: (ScannedChunk) -> Void) {
    var chunks = chunks(from: 0, scan, file, sharesBooks: true)
    var sharesBooks = true
    var next = parts.first?.lowerBound ?? 0
    for part in parts.indices {
      let end = parts[part].upperBound
      if sharesBooks, let chunk = chunks[part], next < end ? chunk.start != next : !chunk.blocks.isEmpty {
        // What has been numbered since has books with texts that are none.
        sharesBooks = false
        chunks = self.chunks(from: part, scan, file, sharesBooks: false)
      }
      guard next < end, let scanned = chunks[part] else { continue }
      chunks[part] = nil
      let chunk = scanned.start == next ? scanned : self.scan(next..<end, isAligned: true)
      take(chunk)
      next = chunk.end
    }
  }

  /// Scans the parts from one on; returns a chunk for each.
  ///
  /// Where books are shared, each worker numbers the texts of all its parts in one, which saves explaining them for each part.
  private func chunks(from first: Int, _ scan: RowScan, _ file: String, sharesBooks: Bool) -> [ScannedChunk?] {
    let results = Mutex<[ScannedChunk?]>(Array(repeating: nil, count: parts.count))
    let (bytes, plan, units, parts) = (bytes, plan, units, parts)
    let progress = scan.progress
    let done = Mutex((rows: 0, bytes: 0))
    scan.workers.share(parts.count - first) { next in
      bytes.withUnsafeBufferPointer { buffer in
        var scanner = BlockScanner(buffer, plan, units: units)
        while let part = next().map({ $0 + first }) {
          let chunk = scanner.scan(parts[part], isAligned: part == 0)
          if !sharesBooks { scanner = BlockScanner(buffer, plan, units: units) }
          results.withLock { $0[part] = chunk }
          done.withLock { done in
            done = (done.rows + chunk.rows, done.bytes + parts[part].count)
            progress?(ReadingProgress(file: file, rows: done.rows, bytes: done.bytes, count: bytes.count))
          }
        }
      }
    }
    progress?(ReadingProgress(file: file, rows: done.withLock { $0.rows }, bytes: bytes.count, count: bytes.count))
    return results.withLock { $0 }
  }

  private func scan(_ part: Range<Int>, isAligned: Bool) -> ScannedChunk {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = BlockScanner(buffer, plan, units: units)
      return scanner.scan(part, isAligned: isAligned)
    }
  }
}
