/// At most so many pictures a second, a few of them at once.
struct FrameAllowance {
  static let perSecond = 60.0
  static let atOnce = 3.0

  private var left = Self.atOnce
  private var last: ContinuousClock.Instant

  init(at now: ContinuousClock.Instant) { last = now }

  private func left(at now: ContinuousClock.Instant) -> Double {
    min(Self.atOnce, left + (now - last) / .seconds(1) * Self.perSecond)
  }

  /// When the next picture may be drawn.
  func next(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
    let missing = 1 - left(at: now)
    return missing <= 0 ? now : now + .seconds(missing / Self.perSecond)
  }

  /// Counts a picture.
  mutating func use(at now: ContinuousClock.Instant) {
    left = max(0, left(at: now) - 1)
    last = now
  }
}
