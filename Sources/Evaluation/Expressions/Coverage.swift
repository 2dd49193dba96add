import Indicators
import Semantics
import Source

/// Where an aggregate is written, and the scenario it is computed in.
package struct CoverageKey: Hashable, Sendable {
  /// Where the function's call is written.
  package let range: SourceRange
  /// The scenario.
  package let scenario: ScenarioID

  /// Creates a key.
  package init(range: SourceRange, scenario: ScenarioID) {
    self.range = range
    self.scenario = scenario
  }
}

/// What the cells of an aggregate rest on.
package struct Coverage: Sendable {
  /// How many cells were known; over the aggregate's own axes.
  package var known: Cube
  /// How many cells there should have been; over the same axes.
  package var frame: Cube
  /// How many different cells there are in all where one stands in several groups, and how many are known.
  package var total: (known: Int, frame: Int)?
  /// The share of the known weights that weighed a known cell, from 0 to 1; nil without weights.
  package var weightShare: Cube?
  /// How many weights were unknown; over the same axes.
  package var unknownWeights: Cube
  /// How many cells the filter dropped because its condition was unknown.
  package var droppedUnknown: Int
  /// What was collapsed: dimensions, or a relation's rows.
  package var collapsed: [Dimension]
}
