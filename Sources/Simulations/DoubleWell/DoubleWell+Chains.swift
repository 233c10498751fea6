import Learning

/// All chains of a run, begun in the poor minimum.
struct WellChains {
  let walk: NoisyWalk
  let steps: Int

  /// The share of chains on the good side after 0, 1, 2 … steps.
  let shares: [Double]

  /// Where the chains end.
  let ends: [Double]

  /// The whole way of the first chain.
  let path: [Double]

  init(_ walk: NoisyWalk, steps: Int, seed: UInt64) {
    var counts = [Int](repeating: 0, count: steps + 1)
    var ends: [Double] = []
    var path = [TiltedWells.poorMinimum]
    for chain in 0..<DoubleWell.chains {
      var stream = RandomStream(seed: seed, "order", chain)
      var place = TiltedWells.poorMinimum
      for step in 1...max(1, steps) {
        place = walk.mean(from: place) + walk.spread * stream.normal()
        if place > TiltedWells.top { counts[step] += 1 }
        if chain == 0 { path.append(place) }
      }
      ends.append(place)
    }
    self.walk = walk
    self.steps = steps
    shares = counts.map { Double($0) / Double(DoubleWell.chains) }
    self.ends = ends
    self.path = path
  }
}
