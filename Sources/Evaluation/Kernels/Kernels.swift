/// The arithmetic on known numbers that aggregates and functions are made of: arrays in, a number or nil out.
///
/// A kernel knows no cubes, units or reasons. It answers nil where mathematics has no answer: nothing to aggregate, too few
/// numbers, no weight. An answer that is too large for a double is infinite, which the caller takes for undefined.
package enum Kernels {}
