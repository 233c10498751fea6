/// One adult penguin, with nothing missing.
package struct Penguin: Sendable, Equatable {
  /// The three species, in the alphabetical order of their class numbers.
  package enum Species: String, Sendable, CaseIterable {
    case adelie = "Adelie"
    case chinstrap = "Chinstrap"
    case gentoo = "Gentoo"
  }

  /// The islands of the Palmer Archipelago they were found on.
  package enum Island: String, Sendable, CaseIterable {
    case biscoe = "Biscoe"
    case dream = "Dream"
    case torgersen = "Torgersen"
  }

  /// The sex, from a blood sample.
  package enum Sex: String, Sendable, CaseIterable {
    case female, male
  }

  package let species: Species
  package let island: Island
  /// In millimetres.
  package let billLength: Double
  /// In millimetres.
  package let billDepth: Double
  /// In millimetres.
  package let flipperLength: Double
  /// In grams.
  package let bodyMass: Double
  package let sex: Sex
  package let year: Int

  /// Reads a line of the table; nil where a field is missing or unknown.
  init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count == 8, let species = Species(rawValue: String(fields[0])),
      let island = Island(rawValue: String(fields[1])), let billLength = Double(fields[2]),
      let billDepth = Double(fields[3]), let flipperLength = Double(fields[4]),
      let bodyMass = Double(fields[5]), let sex = Sex(rawValue: String(fields[6])),
      let year = Int(fields[7])
    else { return nil }
    self.species = species
    self.island = island
    self.billLength = billLength
    self.billDepth = billDepth
    self.flipperLength = flipperLength
    self.bodyMass = bodyMass
    self.sex = sex
    self.year = year
  }
}

/// Palmer penguins: 333 adult penguins of three species, measured on three islands of Antarctica.
///
/// The complete rows of the 344 collected by Kristen Gorman and the Palmer Station LTER, 2007–2009;
/// 146 Adelie, 68 chinstrap, 119 gentoo. Source: Horst, Hill & Gorman 2020, "palmerpenguins: Palmer
/// Archipelago (Antarctica) penguin data", as in PyPI palmerpenguins 0.1.6; released under CC0.
package enum Penguins {
  /// In the order of the published table: Adelie, gentoo, chinstrap; read once.
  package static let all: [Penguin] = table.split(separator: "\n").compactMap { Penguin($0) }

  /// Bill length, bill depth, flipper length (mm) and body mass (g); the target is the species, 0 … 2.
  package static let dataset = Dataset(
    features: all.flatMap { [$0.billLength, $0.billDepth, $0.flipperLength, $0.bodyMass] },
    targets: all.map { Double(Penguin.Species.allCases.firstIndex(of: $0.species) ?? 0) },
    columns: 4)
}
