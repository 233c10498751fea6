import Plotting
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
    #expect(Example.all.map(\.form) == Figure.Form.allCases)
    #expect(Example.all.map(\.name) == Figure.Form.allCases.map(\.rawValue))
    Self.goldens.expectNothing(besides: Example.all.map { "\($0.name).svg" })
  }
}
