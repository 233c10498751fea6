import Learning
import Testing

@Suite struct SelectionTests {
  static let data = Dataset(
    features: (0..<12).map(Double.init), targets: [0, 2, 1, 2], columns: 3)

  @Test func rowsComeInTheOrderAskedFor() {
    let chosen = Self.data.selecting([3, 0, 3])
    #expect(chosen.features == [9, 10, 11, 0, 1, 2, 9, 10, 11] && chosen.targets == [2, 0, 2])
    #expect(Self.data.selecting(Array(0..<4)) == Self.data)
    #expect(Self.data.selecting([]).rows == 0)
  }

  @Test func oneHotMarksTheClass() {
    let marked = Self.data.oneHot(classes: 3)
    #expect(marked.targets == [1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1])
    #expect(marked.outputs == 3 && marked.features == Self.data.features)
    // A class that is not among those asked for is none of them.
    #expect(Self.data.oneHot(classes: 2).targets == [1, 0, 0, 0, 0, 1, 0, 0])
  }

  @Test func labelsAreWholeWhateverTheTargets() {
    let targets = [2, -1, 0.9, .nan, .infinity, 1e300, -1e300]
    let data = Dataset(features: targets, targets: targets, columns: 1)
    #expect(data.labels == [2, -1, 0, 0, 0, 0, 0])
    let two = Dataset(features: [0, 0], targets: [1, 5, 2, 6], columns: 1, outputs: 2)
    #expect(two.labels == [1, 2])
  }
}
