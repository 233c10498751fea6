import Foundation
import Testing

@testable import Pictures

@Suite struct PaintTests {
  /// The relative luminance of a colour (WCAG 2.2).
  static func luminance(_ colour: String) -> Double {
    let linear = Shades.components(colour).map { $0 / 255 }.map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  static func contrast(_ a: String, _ b: String) -> Double {
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test(arguments: [Paint.text, .soft]) func textStandsOut(_ paint: Paint) {
    #expect(Self.contrast(paint.light, Paint.ground.light) >= 4.5)
    #expect(Self.contrast(paint.dark, Paint.ground.dark) >= 4.5)
  }

  @Test(arguments: Paint.series) func seriesStandOut(_ paint: Paint) {
    #expect(Self.contrast(paint.light, Paint.ground.light) >= 3)
    #expect(Self.contrast(paint.dark, Paint.ground.dark) >= 3)
  }

  /// Lines and marks over the tints of regions, whatever class they are of.
  @Test(arguments: Paint.series + [.soft, .text]) func linesStandOutFromRegions(_ paint: Paint) {
    for tint in Paint.series + [.soft] {
      for tone in [\Paint.light, \Paint.dark] {
        let ground = zip(
          Shades.components(tint[keyPath: tone]), Shades.components(Paint.ground[keyPath: tone])
        ).map { Regions.opacity * $0 + (1 - Regions.opacity) * $1 }
        let mixed = ground.reduce("#") { $0 + String(Int($1.rounded()) + 256, radix: 16).suffix(2) }
        #expect(Self.contrast(paint[keyPath: tone], mixed) >= 3, "on \(tint.name)")
      }
    }
  }

  @Test func namesAndColoursDiffer() {
    #expect(Set(Paint.all.map(\.name)).count == Paint.all.count)
    #expect(Set(Paint.all.map(\.light)).count == Paint.all.count)
    #expect(Set(Paint.all.map(\.dark)).count == Paint.all.count)
  }

  @Test func shadesGrowEvenlyLighter() {
    let lightness = (0...20).map { step -> Double in
      116 * cbrt(Self.luminance(Shades.colour(Double(step) / 20))) - 16
    }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    for step in steps { #expect((2...6).contains(step), "\(steps)") }
  }

  @Test(arguments: [
    (-1.0, "#440154"), (0, "#440154"), (0.5, "#21908c"), (1, "#fde725"), (.nan, "#440154"),
    (0.05, "#46136a"),
  ]) func shadesOfShares(_ share: Double, _ colour: String) {
    let found = Shades.components(Shades.colour(share))
    #expect(zip(found, Shades.components(colour)).allSatisfy { abs($0 - $1) <= 6 })
    #expect(Shades.colour(share).count == 7)
  }
}
