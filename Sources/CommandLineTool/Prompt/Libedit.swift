import Glibc

/// The functions and variables of libedit that a prompt needs, looked up where the program runs.
struct Libedit {
  typealias Completer =
    @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<
      UnsafeMutablePointer<CChar>?
    >?

  let readLine: @convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
  let addToHistory: @convention(c) (UnsafePointer<CChar>) -> Int32
  let initialize: @convention(c) () -> Int32
  let resizeTerminal: @convention(c) () -> Void
  /// The line so far.
  let line: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  /// What is called for the words that may stand at the cursor.
  let completer: UnsafeMutablePointer<Completer?>
  /// Whether these are all there are.
  let completionIsOver: UnsafeMutablePointer<Int32>
  /// What is put behind the only candidate.
  let appendedCharacter: UnsafeMutablePointer<Int32>
  /// The characters that no word holds.
  let wordBreaks: UnsafeMutablePointer<UnsafePointer<CChar>?>
  /// Whether signals are watched for while a line is read, such as that of a terminal that gets another size.
  let catchesSignals: UnsafeMutablePointer<Int32>

  /// The names that systems give to the library.
  private static let names = ["libedit.so.2", "libedit.so.0", "libedit.so", "/usr/lib/libedit.dylib"]

  /// Looks the library up; nil where there is none, or none that has all of it.
  init?() {
    guard let handle = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first else { return nil }
    func address(_ name: String) -> UnsafeMutableRawPointer? { dlsym(handle, name) }
    func variable<Value>(_ name: String, _ type: Value.Type) -> UnsafeMutablePointer<Value>? {
      address(name)?.assumingMemoryBound(to: Value.self)
    }
    guard let readLine = address("readline"), let addToHistory = address("add_history"),
      let initialize = address("rl_initialize"), let resizeTerminal = address("rl_resize_terminal"),
      let line = variable("rl_line_buffer", UnsafeMutablePointer<CChar>?.self),
      let completer = variable("rl_attempted_completion_function", Completer?.self),
      let completionIsOver = variable("rl_attempted_completion_over", Int32.self),
      let appendedCharacter = variable("rl_completion_append_character", Int32.self),
      let wordBreaks = variable("rl_basic_word_break_characters", UnsafePointer<CChar>?.self),
      let catchesSignals = variable("rl_catch_signals", Int32.self)
    else { return nil }
    self.readLine = unsafeBitCast(readLine, to: type(of: self.readLine))
    self.addToHistory = unsafeBitCast(addToHistory, to: type(of: self.addToHistory))
    self.initialize = unsafeBitCast(initialize, to: type(of: self.initialize))
    self.resizeTerminal = unsafeBitCast(resizeTerminal, to: type(of: self.resizeTerminal))
    (self.line, self.completer, self.completionIsOver) = (line, completer, completionIsOver)
    (self.appendedCharacter, self.wordBreaks, self.catchesSignals) = (appendedCharacter, wordBreaks, catchesSignals)
  }
}
