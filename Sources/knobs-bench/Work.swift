/// Something to be timed: always the same work, with a result that shows that it was done.
struct Work: Sendable {
  let name: String
  /// What is done, in a line.
  let summary: String
  /// Does the work once and gives back a checksum of what came out.
  let run: @Sendable () async -> UInt64
  /// Figures that follow from the median time, by name.
  let figures: @Sendable (_ milliseconds: Double) -> [Figure]
  /// The same work done in another way, timed in turns with `run` to be compared with it.
  let baseline: Baseline?

  /// A named number in the results.
  struct Figure: Sendable, Equatable {
    let name: String
    let value: Double
  }

  /// Work to compare with, and under which names it appears in the results.
  struct Baseline: Sendable {
    /// The median time.
    let timeName: String
    /// The median time over that of the work itself.
    let ratioName: String
    let run: @Sendable () async -> UInt64
  }

  init(
    _ name: String, _ summary: String, baseline: Baseline? = nil,
    figures: @escaping @Sendable (Double) -> [Figure] = { _ in [] },
    run: @escaping @Sendable () async -> UInt64
  ) {
    self.name = name
    self.summary = summary
    self.run = run
    self.figures = figures
    self.baseline = baseline
  }

  /// Every work, in the order of the help.
  static let all: [Work] = [
    .smallMLP, .digitsMLP, .pureSGD, .seeds, .smallLinear, .tanh, .multiplyAdd,
  ]
}

/// A checksum over the bits of numbers.
///
/// Source: Fowler, Noll & Vo, FNV-1a with 64 bits, a number at a time.
struct Checksum {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ numbers: [Double] = []) {
    for number in numbers { add(number.bitPattern) }
  }

  mutating func add(_ bits: UInt64) { value = (value ^ bits) &* 0x0000_0100_0000_01b3 }
}
