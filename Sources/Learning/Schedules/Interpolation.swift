import Numerics

/// Half a cosine wave from one rate to another as the share goes from 0 to 1.
func cosine(from start: Double, to end: Double, _ share: Double) -> Double {
  end + (start - end) * (1 + Elementary.cos(.pi * share)) / 2
}

/// A whole power by repeated squaring, for an exponent that is not negative.
///
/// The relative error is at most about n · 10⁻¹⁶ for an exponent n.
func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if !rest.isMultiple(of: 2) { result *= square }
    square *= square
    rest /= 2
  }
  return result
}

/// A power of a number in [0, 1] for an exponent that is not negative; whole ones up to 16 by
/// multiplication.
func power(_ base: Double, _ exponent: Double) -> Double {
  if exponent <= 16, exponent == exponent.rounded(.down) { return power(base, Int(exponent)) }
  return base > 0 ? Elementary.exp(exponent * Elementary.log(base)) : 0
}
