import Experiments
import Learning
import Testing

@testable import Simulations

@Suite struct XorCrowdTests {
  static func crowd(_ function: ActivationXor.Function, rate: Double = 0.2, epochs: Int = 60)
    -> XorCrowd
  { XorCrowd(function, units: 3, rate: rate, epochs: epochs, seed: 7) }

  @Test func networksDifferInTheirStartAlone() {
    let (short, long) = (Self.crowd(.tanh, epochs: 20), Self.crowd(.tanh))
    #expect(short.members.count == 24)
    for (a, b) in zip(short.members, long.members) { #expect(a.losses == Array(b.losses[...20])) }
    #expect(Set(long.members.map { $0.losses[0] }).count == 24)
  }

  @Test(arguments: ActivationXor.Function.allCases)
  func solvedMeansEveryCornerOnItsSide(function: ActivationXor.Function) {
    let crowd = Self.crowd(function)
    let corners = XorCrowd.corners
    for member in crowd.members {
      #expect(member.losses.count == 61)
      #expect(member.network.loss(.squaredError, on: corners) == member.loss)
      guard member.isSolved else { continue }
      let outputs = member.network.predictions(for: corners.features)
      #expect(zip(outputs, corners.targets).allSatisfy { $0 * $1 > 0 })
    }
    let ranked = crowd.ranked(at: 60)
    #expect(ranked == ranked.sorted() && crowd.lowestLoss == ranked[0])
    #expect(crowd.solvedCount == ranked.count { $0 < 0.1 })
  }

  /// What is counted as flat is what the engine's gradient does not reach.
  @Test func deadUnitsGetNoGradient() {
    let crowd = Self.crowd(.relu, epochs: 200)
    var dead = 0
    for member in crowd.members {
      let gradient = member.network.gradient(of: .squaredError, on: XorCrowd.corners).gradient
      for (unit, flat) in crowd.flatSlopes(member.network).enumerated() where !flat.contains(false)
      {
        dead += 1
        #expect(gradient[2 * unit] == 0 && gradient[2 * unit + 1] == 0)
      }
    }
    #expect(dead > 0 && crowd.deadShare == Double(dead) / 72)
    #expect(crowd.flatShare >= crowd.deadShare)
  }

  @Test func figuresFollowTheNetworks() throws {
    let crowd = Self.crowd(.tanh)
    let share = try #require(crowd.solvedFigure.series.first)
    #expect(share.y.last == Double(crowd.solvedCount) / 24 && share.x.count == 61)
    let loss = crowd.lossFigure
    #expect(loss.series.map(\.name) == ["worst", "median", "best"])
    #expect(loss.series[2].y.last == crowd.lowestLoss)
    let field = try #require(crowd.boundaryFigure.field)
    #expect(field.levels == [0] && field.columns == 41 && field.rows == 24)
  }
}
