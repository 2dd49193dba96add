import Synchronization

/// The identity of a text among the texts of one session.
package struct SourceID: Hashable, Sendable {
  /// The position in the session's list of texts.
  package let index: UInt32

  /// Creates the identity of the text at `index`.
  package init(_ index: UInt32) {
    self.index = index
  }
}

/// A half-open range of UTF-8 offsets in one text.
package struct SourceRange: Hashable, Sendable {
  /// The text the offsets count in.
  package let source: SourceID
  /// The offset of the first byte.
  package let start: Int32
  /// The offset after the last byte.
  package let end: Int32

  /// Creates the range from `start` up to `end` in `source`.
  package init(_ source: SourceID, _ start: Int, _ end: Int) {
    self.source = source
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  /// Creates the range from `start` up to `end` in `source`.
  package init(_ source: SourceID, _ start: Int32, _ end: Int32) {
    self.source = source
    self.start = start
    self.end = end
  }

  /// Returns whether `other` lies in this range.
  package func contains(_ other: SourceRange) -> Bool {
    source == other.source && start <= other.start && other.end <= end
  }

  /// Returns the smallest range that covers this range and `other`, which is of the same text.
  package func joined(to other: SourceRange) -> SourceRange {
    SourceRange(source, min(start, other.start), max(end, other.end))
  }
}

/// A script's bytes, with its name and the offsets at which its lines start.
package struct SourceText: Sendable {
  /// The text's identity.
  package let id: SourceID
  /// The file name as the user gave it, or `-` for standard input.
  package let name: String
  /// The file's name without folders, which does not depend on where gf is started.
  package var fileName: String {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
  /// The text in UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  /// The offset of each line's first byte; the first is 0.
  package var lineStarts: [Int32] { lines.starts(of: bytes) { _ in false } }
  private let lines = LineStarts()

  /// Creates a text.
  package init(id: SourceID, name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  /// Returns the number of the line that holds `offset`, counted from 1.
  package func line(at offset: Int32) -> Int {
    let lineStarts = lines.starts(of: bytes) { $0[$0.count - 1] > offset }
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Returns the text of line `number`, counted from 1, without its line break; empty where there is no such line.
  package func text(ofLine number: Int) -> String {
    String(decoding: bytes[bytes(ofLine: number)], as: UTF8.self)
  }

  /// Returns the text of `range`, as far as it lies in this text.
  package func text(in range: SourceRange) -> String {
    let range = clamped(range)
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }
}

extension SourceText {
  /// Returns the offsets of the first bytes of the first `count` lines, and maybe of more; of all lines where there are less.
  func lineStarts(atLeast count: Int) -> [Int32] { lines.starts(of: bytes) { $0.count >= count } }
}

/// The lines of a text, which end with LF; they are looked for when something is to be said of one, and no further.
private final class LineStarts: Sendable {
  /// The lines that have been found, and how many bytes have been looked at.
  private let found = Mutex<(starts: [Int32], scanned: Int)>(([0], 0))

  /// Returns the offset of each line's first byte, looking no further when they are enough.
  func starts(of bytes: [UInt8], until areEnough: ([Int32]) -> Bool) -> [Int32] {
    found.withLock { found in
      while found.scanned < bytes.count, !areEnough(found.starts) {
        let end = min(bytes.count, found.scanned + 1 << 16)
        for offset in found.scanned..<end where bytes[offset] == 0x0A {
          found.starts.append(Int32(clamping: offset + 1))
        }
        found.scanned = end
      }
      return found.starts
    }
  }
}
