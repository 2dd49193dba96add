import Indicators

/// Writes the cells of all lanes at once.
extension AlikeLanes {
  /// Returns the values with the assumptions laid over them; nil where a line cannot be drawn so.
  func walked() -> OverlaidCube? {
    var isDrawn = true
    let cube = base.withRow { cells in
      Cube(axes: axes) { row in
        copyBase(row, cells)
        // Lines need no cell of another stretch, and growth may go on from their ends.
        for (course, path) in paths.enumerated() {
          if case .line(let through, let span)? = path, isDrawn {
            isDrawn = draw(through, span, of: course, row, cells)
          }
        }
        grow(row, cells)
      }
    }
    guard isDrawn else { return nil }
    var sources = CellSources(lanes: lanes, periods: width)
    let numbers = kinds.map { sources.add(Array($0.sources[leftOut...])) }
    for lane in 0..<lanes where kindOfLane[lane] >= 0 { sources.set(lane, to: numbers[Int(kindOfLane[lane])]) }
    return OverlaidCube(cube: cube, sources: sources, leftOut: periods[..<leftOut].map(Label.period))
  }

  /// Returns where the periods at `places` stand in a row.
  private func rowPlaces(_ places: Range<Int>) -> Range<Int> {
    places.lowerBound - leftOut..<places.upperBound - leftOut
  }

  /// How many periods a row has.
  private var width: Int { periods.count - leftOut }

  /// Copies the base's `cells` into `row`, and lets the cells of stretches be known.
  private func copyBase(_ row: Row, _ cells: Row) {
    let known = known - leftOut
    row.reasons.update(repeating: .known, count: lanes * width)
    if isComplete, known == 0 { return }
    for lane in 0..<lanes {
      let (own, from) = (row.from(lane * width, step: 1), cells.from(lane * self.known + leftOut, step: 1))
      if kindOfLane[lane] < 0 {
        own.values.update(repeating: 0, count: width)
        own.reasons.update(repeating: .noSuchCombination, count: width)
        continue
      }
      own.values.update(from: from.values, count: known)
      if isComplete { continue }
      // Behind the last that is known, stretches give all cells.
      var end = known
      while end > 0, !from.reasons[end - 1].isKnown { end -= 1 }
      own.reasons.update(from: from.reasons, count: end)
    }
  }

  /// Writes the cells of lines through a span in every lane of `row` in which the stretch `course` covers any, over a base with
  /// `cells`; false where that cannot be done.
  private func draw(
    _ through: LineSpan, _ span: LaneFindings.Span, of course: Int, _ row: Row, _ cells: Row
  ) -> Bool {
    func lines() -> LaneLines { LaneLines(through, base, lanes: lanes) }
    let found = findings?.lines(span, lines) ?? lines()
    let distances = periods[leftOut...].map { Double($0.ordinal - span.first.ordinal) }
    for (kind, stretches) in kinds.map(\.stretches).enumerated() {
      for (places, own) in stretches where own == course {
        guard draw(found, at: rowPlaces(places), ofKind: Int32(truncatingIfNeeded: kind), distances, row, cells) else {
          return false
        }
      }
    }
    return true
  }

  /// Writes the cells of `lines` at `places` of the lanes of one kind; false where that cannot be done.
  private func draw(
    _ lines: LaneLines, at places: Range<Int>, ofKind kind: Int32, _ distances: [Double], _ row: Row, _ cells: Row
  ) -> Bool {
    distances.withUnsafeBufferPointer { distances in
      kindOfLane.withUnsafeBufferPointer { kinds in
        lines.withLines { lines in
          for lane in lines.indices where kinds[lane] == kind {
            let (line, own) = (lines[lane], row.from(lane * width, step: 1))
            for place in places { own.values[place] = line.intercept + line.slope * distances[place] }
            own.from(places.lowerBound, step: 1).undefineUnlessFinite(places.count)
          }
        }
      }
    }
    for lane in 0..<lanes where kindOfLane[lane] == kind && lines[lane] == nil {
      // Through fewer than two points there is none.
      if lines.span.known(in: cells.from(lane * known, step: 1))?.count ?? 0 > 1 { return false }
      for place in places { row.set(lane * width + place, (0, .outsideData)) }
    }
    return true
  }

  /// Lets the cells of stretches that grow do so from the ones before, in every lane of `row`, over a base with `cells`: of each
  /// lane first those of its first stretch.
  private func grow(_ row: Row, _ cells: Row) {
    for position in 0..<(kinds.map(\.stretches.count).max() ?? 0) {
      for (course, path) in paths.enumerated() {
        let places = kinds.map { kind -> Range<Int>? in
          let stretch = kind.stretches.dropFirst(position).first
          return stretch?.course == course ? stretch.map { rowPlaces($0.places) } : nil
        }
        if let path, places.contains(where: { $0 != nil }) { grow(path, at: places, row, cells) }
      }
    }
  }

  /// Lets cells grow by `path` at the `places` of each kind of lane.
  private func grow(_ path: Path, at places: [Range<Int>?], _ row: Row, _ cells: Row) {
    switch path {
    case .line: return
    case .growth(let span):
      for lane in 0..<(span == nil ? lanes : 0) {
        guard kindOfLane[lane] >= 0, let places = places[Int(kindOfLane[lane])] else { continue }
        grow(lane, at: places, row, cells, by: (0, .outsideData))
      }
      if let span { grow(through: span, at: places, row, cells) }
    case .rates(let rates, let step):
      rates.withRow { rates in
        for lane in 0..<lanes {
          guard kindOfLane[lane] >= 0, let places = places[Int(kindOfLane[lane])] else { continue }
          grow(lane, at: places, row, cells, by: rates[lane * step])
        }
      }
    }
  }

  /// Lets cells grow at the `places` of each kind of lane as the data do from the first period of `span` to the last.
  private func grow(through span: LaneFindings.Span, at places: [Range<Int>?], _ row: Row, _ cells: Row) {
    let series = Series(base)
    func shares() -> Cube { series.compoundShares(from: span.first, to: span.last) }
    let found = findings?.growths(span, shares) ?? shares()
    let ends = [span.first, span.last].compactMap { series.index.place(of: $0) }
    found.withRow { shares in
      for lane in 0..<lanes {
        guard kindOfLane[lane] >= 0, let places = places[Int(kindOfLane[lane])] else { continue }
        var share = shares[lane]
        if !share.reason.isKnown, ends.contains(where: { !base.reasons[lane * known + $0].isKnown }) {
          share.reason = .outsideData
        }
        grow(lane, at: places, row, cells, by: share)
      }
    }
  }

  /// Lets the cells of a lane grow from the one before, which may be one of the base that is left out.
  @inline(__always)
  private func grow(
    _ lane: Int, at places: Range<Int>, _ row: Row, _ cells: Row, by rate: (value: Double, reason: MissingReason)
  ) {
    let own = row.from(lane * width, step: 1)
    var before = Row.absent[0]
    if places.lowerBound > 0 {
      before = own[places.lowerBound - 1]
    } else if leftOut > 0 {
      before = cells[lane * known + leftOut - 1]
    }
    if own.grow(at: places, from: before, by: rate) { return }
    for place in places {
      before = Row.grown(before, by: rate)
      own.set(place, before)
    }
  }
}

extension Row {
  /// Lets the cells at `places`, which are known, grow from the cell `before` them by the share `rate`; false where any may come out
  /// as no number, or not positive.
  @inline(__always)
  fileprivate func grow(
    at places: Range<Int>, from before: (value: Double, reason: MissingReason),
    by rate: (value: Double, reason: MissingReason)
  ) -> Bool {
    guard before.reason.isKnown, rate.reason.isKnown, rate.value > -1, before.value > 0 else { return false }
    var value = before.value
    let factor = 1 + rate.value
    for place in places {
      value *= factor
      values[place] = value
    }
    // What has become zero or infinite stays so.
    return value > 0 && value.isFinite
  }
}
