import Glibc

/// Returns `base` raised to `exponent`, with libm's rules for what has no real value.
func power(_ base: Double, _ exponent: Double) -> Double {
  pow(base, exponent)
}
