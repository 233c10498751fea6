import Experiments

@testable import Simulations

extension StaleSettings: Claiming {
  static let claims = [
    Claim(tooSlow) { run in
      let prices = prices(run)
      return prices.faster < prices.here && prices.here > 1.2 ? nil : "\(prices)"
    },
    Claim(tooNervous) { run in
      let prices = prices(run)
      return prices.slower < prices.here && prices.here > 1.2 ? nil : "\(prices)"
    },
    Claim(stillGood) { run in
      let prices = prices(run)
      return prices.here <= 1.2001 ? nil : "\(prices)"
    },
  ]

  /// The error over the least of any rate, with the rate in use and a tenth to either side.
  private static func prices(_ run: ClaimedRun) -> (here: Double, slower: Double, faster: Double) {
    func error(_ rate: Double) -> Double { (rate * rate + run[drift]) / (rate * (2 - rate)) }
    let least = Spacing.values(4000, over: 1e-3...1, .log).map(error).min() ?? 0
    let rate = run[rate] ?? 0
    return (error(rate) / least, error(0.9 * rate) / least, error(1.1 * rate) / least)
  }
}
