import Glibc
import Session

/// What libedit calls for the words that may stand at the cursor; it knows no more than one function of the program.
enum CompletionCallback {
  // libedit calls back on the thread that reads lines, and on no other.
  nonisolated(unsafe) private static var complete: ((_ line: String) -> Completion)?
  nonisolated(unsafe) private static var libedit: Libedit?

  /// The characters between which libedit looks for a word; text in brackets and after an operator is one.
  private static let wordBreaks = " \t\n\"()[]{},;:+*/^=<>!?-（），；：【】"

  /// Lets `libedit` ask `complete`.
  static func install(in libedit: Libedit, _ complete: @escaping (_ line: String) -> Completion) {
    self.complete = complete
    self.libedit = libedit
    libedit.wordBreaks.pointee = UnsafePointer(strdup(wordBreaks))
    libedit.appendedCharacter.pointee = 0
    libedit.completer.pointee = { word, start, end in
      CompletionCallback.candidates(word.map { String(cString: $0) } ?? "", Int(start), Int(end))
    }
  }

  /// Returns what libedit puts in the place of `word`, then the candidates that it lists, as a list that libedit frees.
  private static func candidates(
    _ word: String, _ start: Int, _ end: Int
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let libedit, let complete, let buffer = libedit.line.pointee else { return nil }
    // Files are not offered where nothing else is.
    libedit.completionIsOver.pointee = 1
    let line = String(String(cString: buffer).unicodeScalars.prefix(end))
    let completion = complete(line)
    let replacements = completion.replacements(ofWordOf: word.utf8.count, in: line)
    if replacements.isEmpty { return nil }
    let first = replacements.count == 1 ? replacements[0] : commonStart(replacements, word)
    let words = [first] + (replacements.count == 1 ? [] : replacements)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count + 1)
    for (index, word) in words.enumerated() { list[index] = strdup(word) }
    list[words.count] = nil
    return list
  }

  /// Returns how all of `words` begin, or `typed` where that would not go on with what is typed.
  private static func commonStart(_ words: [String], _ typed: String) -> String {
    var start = words[0].unicodeScalars[...]
    for word in words.dropFirst() {
      start = start.prefix(zip(start, word.unicodeScalars).prefix { $0 == $1 }.count)
    }
    return String(start).hasPrefix(typed) ? String(start) : typed
  }
}
