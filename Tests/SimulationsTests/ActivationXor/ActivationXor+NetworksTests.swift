import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct XorNetworksTests {
  static func networks(_ function: ActivationXor.Function, rate: Double = 0.2, epochs: Int = 60)
    -> XorNetworks
  { XorNetworks(function, units: 3, rate: rate, epochs: epochs, seed: 7) }

  @Test func networksDifferInTheirStartAlone() {
    let (short, long) = (Self.networks(.tanh, epochs: 20), Self.networks(.tanh))
    #expect(short.members.count == 24)
    for (a, b) in zip(short.members, long.members) { #expect(a.losses == Array(b.losses[...20])) }
    #expect(Set(long.members.map { $0.losses[0] }).count == 24)
  }

  @Test(arguments: ActivationXor.Function.allCases)
  func solvedMeansEveryCornerOnItsSide(function: ActivationXor.Function) {
    let networks = Self.networks(function)
    let corners = XorNetworks.corners
    for member in networks.members {
      #expect(member.losses.count == 61)
      #expect(member.network.loss(.squaredError, on: corners) == member.loss)
      guard member.isSolved else { continue }
      let outputs = member.network.predictions(for: corners.features)
      #expect(zip(outputs, corners.targets).allSatisfy { $0 * $1 > 0 })
    }
    let ranked = networks.ranked(at: 60)
    #expect(ranked == ranked.sorted() && networks.lowestLoss == ranked[0])
    #expect(networks.solvedCount == ranked.count { $0 < 0.1 })
  }

  /// What is counted as flat is what the engine's gradient does not reach.
  @Test func deadUnitsGetNoGradient() {
    let networks = Self.networks(.relu, epochs: 200)
    var dead = 0
    for member in networks.members {
      let gradient = member.network.gradient(of: .squaredError, on: XorNetworks.corners).gradient
      for (unit, flat) in networks.flatSlopes(member.network).enumerated()
      where !flat.contains(false) {
        dead += 1
        #expect(gradient[2 * unit] == 0 && gradient[2 * unit + 1] == 0)
      }
    }
    #expect(dead > 0 && networks.deadShare == Double(dead) / 72)
    #expect(networks.flatShare >= networks.deadShare)
  }

  @Test func figuresFollowTheNetworks() throws {
    let networks = Self.networks(.tanh)
    let share = try #require(networks.solvedFigure.series.first)
    #expect(share.y.last == Double(networks.solvedCount) / 24 && share.x.count == 61)
    let loss = networks.lossFigure
    #expect(loss.series.map(\.name) == ["worst", "median", "best"])
    #expect(loss.series[2].y.last == networks.lowestLoss)
    let field = try #require(networks.boundaryFigure.field)
    #expect(field.levels == [0] && field.columns == 41 && field.rows == 24)
  }
}
