/// How a run ended, as the process tells it to whoever started it.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Everything was answered, and no rule failed.
  case fine = 0
  /// A rule of severity `error` failed.
  case ruleFailed = 1
  /// The command line cannot be understood.
  case usage = 2
  /// A script cannot be understood or computed.
  case script = 3
  /// A sheet cannot be read.
  case data = 4
  /// A limit was reached.
  case limit = 5
  /// The output could not be written.
  case output = 6
  /// gf itself is at fault.
  case internalFault = 70
  /// The user ended it.
  case interrupted = 130
}
