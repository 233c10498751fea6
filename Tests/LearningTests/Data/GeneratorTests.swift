import Foundation
import Learning
import Numerics
import Testing

@Suite struct GeneratorTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/Learning/Data").standardized

  @Test func filesAndListAgree() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasPrefix("Dataset+") }
    let listed = Generator.all.map { generator in
      "Dataset+\(generator.name.split(separator: "-").map(\.capitalized).joined()).swift"
    }
    #expect(files.sorted() == listed.sorted())
  }

  /// The same bits on every machine and at every optimization level.
  @Test(arguments: [
    ("two-moons", 0x45bf_2e53_2cfc_5a03 as UInt64),
    ("circles", 0xb60b_3d39_cfa4_fc2e),
    ("blobs", 0x8b02_3fef_a2e0_56dd),
    ("spirals", 0xcb26_3e9d_5696_993f),
    ("xor", 0x9183_5754_5127_7ea4),
    ("sine", 0x4605_3d4c_d885_ee47),
    ("linear", 0x7220_8689_13a0_0ab1),
    ("imbalanced", 0xccde_02d5_7210_dd56),
  ])
  func goldenBits(name: String, expected: UInt64) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    var stream = RandomStream(seed: 1, "data")
    let data = generator(count: 50, noise: generator.usualNoise, from: &stream)
    #expect(data.rows == 50 && data.outputs == 1)
    #expect(checksum(data) == expected, "\(name) \(String(checksum(data), radix: 16))")
  }

  @Test(arguments: Generator.all.map(\.name))
  func aSmallerCountGivesTheFirstRows(name: String) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    var (a, b) = (RandomStream(seed: 2, "data"), RandomStream(seed: 2, "data"))
    let small = generator(count: 17, noise: 0.2, from: &a)
    let large = generator(count: 60, noise: 0.2, from: &b)
    // The columns of the linear design are orthogonal over all rows, whatever their number.
    if name == "linear" {
      #expect(large.prefix(17) != small)
    } else {
      #expect(large.prefix(17) == small)
    }
    #expect(generator(count: 17, noise: 0.2, from: &a) != small)
  }

  @Test(arguments: Generator.all.map(\.name), [-7, 0, 1, 2, 3])
  func anyCountIsAnswered(name: String, count: Int) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    var stream = RandomStream(seed: 3, "data")
    // Two moons take no negative count; the list answers for all alike.
    let data = generator(count: count, noise: 1, from: &stream)
    #expect(data.rows == max(generator.fewestRows, count))
    #expect(data.features.allSatisfy { $0.isFinite })
  }

  /// Classes are numbered from 0 and as even as they can be, save where they are meant not to be.
  @Test(arguments: Generator.all.map(\.name), [60, 61, 62])
  func classesAreBalanced(name: String, count: Int) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    guard let classes = generator.classes else { return }
    var stream = RandomStream(seed: 4, "data")
    let data = generator(count: count, noise: 1, from: &stream)
    for label in 0..<classes {
      let size = data.labels.reduce(0) { $0 + ($1 == label ? 1 : 0) }
      if name == "imbalanced" {
        #expect(size == (label == 1 ? count / 10 : count - count / 10))
      } else {
        #expect(size == count / classes + (label < count % classes ? 1 : 0))
      }
    }
  }

  /// Scaling the noise scales what it adds: twice the same draws, with and without.
  @Test(arguments: Generator.all.map(\.name))
  func noiseHasItsDeviation(name: String) throws {
    let generator = try #require(Generator.all.first { $0.name == name })
    var (a, b) = (RandomStream(seed: 5, "data"), RandomStream(seed: 5, "data"))
    let clean = generator(count: 4_000, noise: 0, from: &a)
    let noisy = generator(count: 4_000, noise: 0.5, from: &b)
    let onFeatures = clean.features != noisy.features
    #expect(onFeatures == (name != "sine" && name != "linear"))
    let pairs = onFeatures ? zip(clean.features, noisy.features) : zip(clean.targets, noisy.targets)
    let added = pairs.map { ($1 - $0) / 0.5 }
    let count = Double(added.count)
    let (mean, square) = (added.reduce(0, +) / count, added.reduce(0) { $0 + $1 * $1 } / count)
    #expect(abs(mean) < 4 / count.squareRoot())
    #expect(abs(square - 1) < 4 * (2 / count).squareRoot())
  }
}
