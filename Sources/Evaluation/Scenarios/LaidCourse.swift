import Indicators
import Semantics

/// A stretch of an assumption with its numbers computed.
struct LaidCourse {
  let course: CheckedCourse
  /// The layer that it belongs to; 0 is the scenario itself.
  let layer: Int
  /// The position of its assumption among the definition's.
  let position: Int
  /// The position among its assumption's stretches.
  let index: Int
  /// The members that it is limited to.
  let members: [(dimension: Dimension, name: String)]
  /// The values of the course's expressions, in their order.
  let amounts: [Cube]
  /// The last period that the stretch can cover; nil for no end.
  let end: Period?

  /// Lays `course`, which ends at the latest where `next` begins.
  init(
    _ course: CheckedCourse, layer: Int, position: Int, index: Int, members: [(dimension: Dimension, name: String)],
    next: CheckedCourse?, amounts: [Cube]
  ) {
    self.course = course
    self.layer = layer
    self.position = position
    self.index = index
    self.members = members
    self.amounts = amounts
    end = course.last ?? next?.first?.advanced(by: -1)
  }

  /// Whether the stretch covers `period`, where the data of the lane end at `dataEnd`.
  func covers(_ period: Period, dataEnd: Period?) -> Bool {
    !places(among: [period], dataEnd: dataEnd).isEmpty
  }

  /// Returns which of `periods`, which ascend, the stretch covers, where the data of the lane end at `dataEnd`.
  func places(among periods: [Period], dataEnd: Period?) -> Range<Int> {
    var start = 0
    if let first = course.first {
      start = periods.firstIndex { first <= $0 } ?? periods.count
    } else if let dataEnd {
      start = periods.firstIndex { dataEnd < $0 } ?? periods.count
    }
    guard let end else { return start..<periods.count }
    return start..<max(start, periods.firstIndex { end < $0 } ?? periods.count)
  }

  /// The stretch as the cells that it covers remember it.
  var stretch: OverlaidCube.Stretch { .init(position: position, course: index) }

  /// The member whose growth is followed.
  var guide: (dimension: Dimension, name: String)? {
    if case .follows(.member(let dimension, let name)) = course.move { (dimension, name) } else { nil }
  }
}
