import Glibc

/// Returns `base` raised to `exponent`, with libm's rules for what has no real value.
func raise(_ base: Double, to exponent: Double) -> Double {
  pow(base, exponent)
}
