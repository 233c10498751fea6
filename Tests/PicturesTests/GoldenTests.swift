import Experiments
import TestKit
import Testing

@testable import Pictures

/// Whole pictures compared with those kept as files.
@Suite struct GoldenTests {
  static let goldens = Goldens()

  @Test(arguments: Example.all.map(\.name)) func pictureIsAsRecorded(_ name: String) throws {
    let figure = try #require(Example.named(name))
    try Self.goldens.compare(SVG.document(of: figure), with: "\(name).svg")
  }

  @Test func everyFormHasAPicture() {
    #expect(Set(Example.all.map(\.form.rawValue)) == Set(Example.all.map(\.name)))
    #expect(Example.all.count == 5)
    Self.goldens.expectNothing(besides: Example.all.map { "\($0.name).svg" })
  }
}
