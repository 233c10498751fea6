/// A measured data set that comes with the program, and whom it is owed to.
///
/// A new one is a file and a line in `all`.
package struct RealData: Sendable {
  /// The name in text and files.
  package let name: String
  /// Who made it, and where it was published.
  package let attribution: String
  /// The terms it is passed on under.
  package let licence: String
  /// What each class is called, in the order of the class numbers.
  package let classes: [String]
  private let load: @Sendable () -> Dataset

  /// Every measured data set.
  package static let all = [penguins, digits]

  package static let penguins = RealData(
    name: "penguins",
    attribution: "Horst, Hill & Gorman 2020, palmerpenguins: Palmer Archipelago (Antarctica) "
      + "penguin data; the 333 complete rows",
    licence: "CC0 1.0", classes: Penguin.Species.allCases.map(\.rawValue),
    load: { Penguins.dataset })

  package static let digits = RealData(
    name: "digits",
    attribution: "Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits, UCI Machine "
      + "Learning Repository, DOI 10.24432/C50P49; a subset of 300 rows",
    licence: "CC BY 4.0", classes: (0...9).map(String.init), load: { Digits.dataset })

  /// The source of the rows, and the terms they come under.
  package var credit: String { "\(attribution); \(licence)" }

  /// The rows; class numbers are the targets.
  package var dataset: Dataset { load() }
}
