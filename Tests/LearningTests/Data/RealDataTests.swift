import Foundation
import Learning
import Testing

@Suite struct RealDataTests {
  @Test func filesAndListAgree() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: GeneratorTests.folder.appending(path: "Real").path()
    ).filter { $0.hasSuffix("+Table.swift") }
    #expect(files.sorted() == RealData.all.map { "\($0.name.capitalized)+Table.swift" }.sorted())
  }

  /// The checksums that `Tests/Reference/Data/{penguins,digits}.py` print.
  @Test(arguments: [
    ("penguins", 333, 4, 3, 0xfa53_4cf8_55d1_0282 as UInt64),
    ("digits", 300, 64, 10, 0x2026_902b_b57e_c414),
  ])
  func tablesAreWhole(name: String, rows: Int, columns: Int, classes: Int, expected: UInt64) throws
  {
    let real = try #require(RealData.all.first { $0.name == name })
    #expect(real.dataset.rows == rows && real.dataset.columns == columns)
    #expect(real.classes.count == classes && Set(real.dataset.labels) == Set(0..<classes))
    #expect(checksum(real.dataset) == expected)
    #expect(real.licence.hasPrefix("CC") && !real.attribution.isEmpty)
  }

  @Test func penguinsAreThePublishedOnes() {
    func count(_ species: Penguin.Species, _ sex: Penguin.Sex) -> Int {
      Penguins.all.reduce(0) { $0 + ($1.species == species && $1.sex == sex ? 1 : 0) }
    }
    #expect(count(.adelie, .female) == 73 && count(.adelie, .male) == 73)
    #expect(count(.chinstrap, .female) == 34 && count(.chinstrap, .male) == 34)
    #expect(count(.gentoo, .female) == 58 && count(.gentoo, .male) == 61)
    // Gentoo live on Biscoe alone, chinstraps on Dream, Adelies on all three.
    #expect(Set(Penguins.all.filter { $0.species == .gentoo }.map(\.island)) == [.biscoe])
    #expect(Set(Penguins.all.filter { $0.species == .chinstrap }.map(\.island)) == [.dream])
    #expect(Set(Penguins.all.filter { $0.species == .adelie }.map(\.island)).count == 3)
    #expect(Penguins.all.allSatisfy { 2007...2009 ~= $0.year && 2_700...6_300 ~= $0.bodyMass })
  }

  @Test func digitsAreThirtyOfEach() {
    for digit in 0...9 {
      #expect(Digits.dataset.labels.filter { $0 == digit }.count == 30)
    }
    #expect(Digits.dataset.features.allSatisfy { 0...16 ~= $0 && $0 == $0.rounded() })
    #expect(Array(Digits.dataset.features.prefix(8)) == [0, 0, 5, 13, 9, 1, 0, 0])
  }
}
