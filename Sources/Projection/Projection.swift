/// What-if over an evaluator: comparisons of scenarios, goal seeking, sensitivities and grids.
package enum Projection {}
