import Glibc

/// Fits polynomials to functions on −1 to 1, through their values at the roots of a Chebyshev polynomial, which comes close to
/// the best fit.
struct ChebyshevFit {
  private let nodes: [Double]
  /// For each node the coefficients of the polynomial that is 1 there and 0 at the others.
  private let weights: [[Double]]

  /// Prepares fits of `degree`.
  init(degree: Int) {
    let nodes = (0...degree).map { cos(Double.pi * (Double($0) + 0.5) / Double(degree + 1)) }
    self.nodes = nodes
    weights = nodes.indices.map { own in
      var product = [1.0]
      for other in nodes.indices where other != own {
        let scale = nodes[own] - nodes[other]
        product = zip([0] + product, product + [0]).map { ($0 - $1 * nodes[other]) / scale }
      }
      return product
    }
  }

  /// Returns the coefficients, that of the least power first, of the polynomial that fits `function`, whose places it counts so
  /// that 1 becomes `unit`.
  func coefficients(unit: Double, _ function: (Double) -> Double) -> [Double] {
    // What is fitted is small beside the value in the middle, and so is what rounding does to it.
    let middle = function(0)
    var coefficients = nodes.map { _ in 0.0 }
    for (node, weights) in zip(nodes, weights) {
      let difference = function(node) - middle
      for power in weights.indices { coefficients[power] += difference * weights[power] }
    }
    coefficients[0] += middle
    var scale = 1.0
    for power in coefficients.indices {
      coefficients[power] /= scale
      scale *= unit
    }
    return coefficients
  }
}
