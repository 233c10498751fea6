import Learning
import Numerics
import Testing

@testable import Simulations

@Suite struct ValleyTests {
  @Test(arguments: [0.0, 17, 45], [1.0, 100, 1000])
  func turningKeepsDistancesAndSlopes(degrees: Double, condition: Double) {
    let valley = Valley(condition: condition, degrees: degrees)
    var stream = RandomStream(seed: 13, "places")
    for _ in 0..<50 {
      let (l, s) = (stream.normal(), stream.normal())
      let place = valley.place(along: l, across: s)
      let distances = valley.distances(place)
      #expect(abs(distances.x - l) < 1e-14 && abs(distances.y - s) < 1e-14)
      #expect(abs(valley.loss(place) - 0.5 * (l * l / condition + s * s)) < 1e-13)
      // The slope is what the loss gains over a short way, in every direction.
      let way = SIMD2(stream.normal(), stream.normal()) * 1e-5
      let gained = valley.loss(place + way) - valley.loss(place - way)
      let slope = (valley.gradient(place) * way).sum() * 2
      #expect(abs(gained - slope) < 1e-14)
    }
  }

  @Test func whatOverflowedIsInfinitelyHigh() {
    let valley = Valley(condition: 10, degrees: 30)
    #expect(valley.loss(SIMD2(.infinity, -.infinity)) == .infinity)
    #expect(valley.loss(SIMD2(1e200, 1e200)) == .infinity)
  }
}
