/// A loss with two valleys of curvature 1, made of three parabolas that join without a kink.
///
/// Between −½ and ½ the curve bends down, beyond it up, and a tilt makes the right valley the
/// deeper one: minima at −1 + τ and 1 + τ, the top between them at −τ.
enum TiltedWells {
  static let tilt = 0.2
  static let poorMinimum = -1 + tilt
  static let goodMinimum = 1 + tilt
  static let top = -tilt

  /// How high the top lies above the poor minimum: (1 − 2τ)²/4.
  static let barrier = (1 - 2 * tilt) * (1 - 2 * tilt) / 4

  /// The loss, 0 at the good minimum.
  static func loss(_ w: Double) -> Double {
    let level =
      w < -0.5 ? (w + 1) * (w + 1) / 2 : w > 0.5 ? (w - 1) * (w - 1) / 2 : 0.25 - w * w / 2
    return level - tilt * w + tilt + tilt * tilt / 2
  }

  static func slope(_ w: Double) -> Double {
    (w < -0.5 ? w + 1 : w > 0.5 ? w - 1 : -w) - tilt
  }
}
