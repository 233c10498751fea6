import Numerics

/// One successive halving over trainings whose ends are known to us and not to it.
struct HalvingRace {
  /// What was seen of every training at the first look.
  let firstSeen: [Double]

  /// Whom the first look kept.
  let kept: [Int]

  /// Whom the last look was at, and what was seen of them.
  let last: [(arm: Int, seen: Double)]

  /// Of those at the last look the one that looked best.
  var chosen: Int { Self.best(1, of: last)[0] }

  /// - Parameter noise: gives the blur of each look; never the same one twice.
  init(
    _ plan: HalvingPlan, ends: [Double], curve: EarlyLook.Curve, noise: inout RandomStream
  ) {
    var left = Array(0..<plan.looks[0].arms)
    var (firstSeen, kept): ([Double], [Int]) = ([], [])
    var last: [(arm: Int, seen: Double)] = []
    for (number, look) in plan.looks.enumerated() {
      let (shown, blur) = (curve.shown(after: look.epochs), curve.blur(after: look.epochs))
      let draws = noise.normals(left.count)
      last = zip(left, draws).map { ($0, shown * ends[$0] + blur * $1) }
      let next = number + 1 < plan.looks.count ? plan.looks[number + 1].arms : 1
      left = Self.best(next, of: last)
      if number == 0 { (firstSeen, kept) = (last.map(\.seen), left) }
    }
    self.firstSeen = firstSeen
    self.kept = kept
    self.last = last
  }

  /// Those that look best, so many of at least one.
  private static func best(_ count: Int, of seen: [(arm: Int, seen: Double)]) -> [Int] {
    guard count == 1 else { return seen.sorted { $0.seen < $1.seen }.prefix(count).map(\.arm) }
    return [seen.dropFirst().reduce(seen[0]) { $1.seen < $0.seen ? $1 : $0 }.arm]
  }
}
