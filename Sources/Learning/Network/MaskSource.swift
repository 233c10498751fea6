import Numerics

/// Where dropout learns which units stay.
///
/// Asked once for every unit that may be dropped, in this order: sample after sample of a batch,
/// layer after layer, unit after unit. Layers that drop nothing are not asked about.
protocol MaskSource {
  /// Whether the next unit stays; `probability` is that of its being dropped.
  mutating func isKept(droppedWith probability: Double) -> Bool
}

/// Chance decides, with one number from the stream a unit.
///
/// A unit that stays at some probability stays at every smaller one.
struct DrawnMasks: MaskSource {
  var stream: RandomStream

  mutating func isKept(droppedWith probability: Double) -> Bool {
    !stream.bernoulli(probability)
  }
}

/// A list decides; past its end everything stays.
struct GivenMasks: MaskSource {
  let kept: [Bool]
  private var next = 0

  init(_ kept: [Bool]) { self.kept = kept }

  mutating func isKept(droppedWith probability: Double) -> Bool {
    defer { next += 1 }
    return next >= kept.count || kept[next]
  }
}
