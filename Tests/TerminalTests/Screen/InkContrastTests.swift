import Foundation
import Testing

@testable import Terminal

/// Inks that are ours can be read on light and on dark ground.
@Suite struct InkContrastTests {
  /// Red, green and blue of a colour of the 256 that are the same everywhere (xterm), from 0 to 255.
  private static func components(_ colour: Int) -> [Double] {
    if colour >= 232 { return Array(repeating: Double(8 + 10 * (colour - 232)), count: 3) }
    let levels = [0.0, 95, 135, 175, 215, 255]
    let place = colour - 16
    return [place / 36, place / 6 % 6, place % 6].map { levels[$0] }
  }

  /// The contrast of two colours (WCAG 2.2, "contrast ratio" and "relative luminance").
  private static func contrast(_ a: [Double], _ b: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { $0 / 255 }.map {
        $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (one, two) = (luminance(a), luminance(b))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static let inks: [Style.Ink] =
    [.muted, .accent, .good, .bad, .warning] + (0..<6).map { .series($0) }

  /// Every ink is used for text: names stand at the ends of their lines in the lines' own.
  @Test(arguments: inks) func textCanBeReadOnWhiteAndOnBlack(_ ink: Style.Ink) throws {
    let codes = Style(ink).codes(manyColours: true)
    let colour = try #require(codes.split(separator: ";").last.flatMap { Int($0) })
    #expect((16...255).contains(colour), "the first sixteen are the terminal's own")
    let components = Self.components(colour)
    #expect(Self.contrast(components, [255, 255, 255]) >= 4.5)
    #expect(Self.contrast(components, [0, 0, 0]) >= 3.9)
  }

  @Test func contrastIsThatOfTheStandard() {
    #expect(abs(Self.contrast([0, 0, 0], [255, 255, 255]) - 21) < 1e-9)
    #expect(abs(Self.contrast([118, 118, 118], [255, 255, 255]) - 4.54) < 0.01)
  }
}
