import Source

/// Which periods are named below an axis, so that no two names touch.
struct PeriodLabels {
  /// The line of names.
  private(set) var line: String
  /// The columns at which named periods stand.
  private(set) var columns: [Int]

  /// Places `periods` at `places`, columns within `width`; the last is named, and as many before it as there is room for.
  init(_ periods: [String], at places: [Int], width: Int) {
    let last = periods.count - 1
    for step in 1...max(1, periods.count) {
      var line = ""
      var columns: [Int] = []
      var used = -1
      var fits = true
      for index in stride(from: last % step, through: last, by: step) where index >= 0 {
        let name = periods[index].printable
        let start = max(0, min(places[index] - name.displayWidth / 2, width - name.displayWidth))
        if start <= used { fits = false }
        line = line.padded(to: start) + name
        used = start + name.displayWidth
        columns.append(places[index])
      }
      if fits, used <= width {
        (self.line, self.columns) = (line, columns)
        return
      }
    }
    (line, columns) = ("", [])
  }
}
