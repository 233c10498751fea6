import Learning
import Testing

@testable import knobs_bench

@Suite struct WorkTests {
  @Test func namesAreUnique() {
    #expect(Set(Work.all.map(\.name)).count == Work.all.count)
  }

  @Test func smallNetworkLearnsItsTask() {
    let data = SmallMLP.data(seed: 1)
    #expect(data.rows == 500 && data.features.allSatisfy { (-1..<1).contains($0) })
    for row in 0..<data.rows {
      let sameSign = data.features[2 * row] * data.features[2 * row + 1] > 0
      #expect(data.targets[row] == (sameSign ? 1 : 0))
    }
    let network = SmallMLP.train(epochs: 100, seed: 1).network
    #expect(network.parameters.count == 48 + 272 + 17)
    #expect(network.accuracy(on: data) > 0.9)
  }

  @Test func digitsNetworkLearnsItsTask() {
    let data = DigitsMLP.data
    #expect(data.rows == 1500 && data.columns == 64 && data.outputs == 10)
    let network = DigitsMLP.train(on: data)
    let logits = network.predictions(for: data.features)
    let right = (0..<data.rows).count { row in
      let outputs = logits[10 * row..<10 * row + 10]
      return outputs.max() == outputs[10 * row + row % 10]
    }
    #expect(right > 1400)
  }

  @Test func regressionFindsTheNoise() {
    let loss = PureSGD.train().loss(.squaredError, on: PureSGD.data)
    #expect((0.008..<0.012).contains(loss))
  }

  @Test func checksumDoesNotDependOnTasks() async {
    let one = await SmallMLP.train(seeds: 3, tasks: 1)
    #expect(await SmallMLP.train(seeds: 3, tasks: 2) == one)
    #expect(await SmallMLP.train(seeds: 2, tasks: 2) != one)
  }

  @Test func checksumFeelsEveryBitAndTheOrder() {
    let values = [Checksum([1, 2]), Checksum([2, 1]), Checksum([1, 2.0.nextUp]), Checksum([1])]
    #expect(Set(values.map(\.value)).count == 4)
  }

  /// The sums converge to their fixed point; fewer rounds leave them above or below.
  @Test func multiplyAddsAreDone() {
    let sums = MultiplyAdd.chains(times: 100_000)
    #expect(sums.count == 12)
    for sum in sums { #expect(abs(sum - 1) < 1e-12) }
    #expect(MultiplyAdd.chains(times: 1) != sums)
  }

  /// The first, the middle and the last feature, and the sums, of what a work trains on.
  struct Excerpt: Sendable {
    let data: Dataset
    let features: [Double]
    let sums: (features: Double, targets: Double)

    /// As `Tests/Reference/bench.py` draws them for the other libraries.
    static let all = [
      Excerpt(
        data: SmallMLP.data(seed: 1),
        features: [0.14556196840819902, -0.47023332425316045, 0.046989070682564194],
        sums: (4.662248765500611, 231)),
      Excerpt(
        data: PureSGD.data,
        features: [-0.5346648180703606, 2.1398604576024556, -0.8862908439813295],
        sums: (-39.22967323461221, 29.415787046571182)),
      Excerpt(
        data: DigitsMLP.data,
        features: [0.23657749845565834, 0.6544482067868141, 0.8940914750923636],
        sums: (48787.37785455152, 1500)),
    ]
  }

  @Test(arguments: Excerpt.all.indices)
  func otherLibrariesTrainOnTheSameData(index: Int) {
    let excerpt = Excerpt.all[index]
    let (features, targets) = (excerpt.data.features, excerpt.data.targets)
    let some = [0, features.count / 2, features.count - 1].map { features[$0] }
    for (ours, theirs) in zip(some, excerpt.features) { #expect(abs(ours - theirs) < 1e-14) }
    #expect(abs(features.reduce(0, +) - excerpt.sums.features) < 1e-8)
    #expect(abs(targets.reduce(0, +) - excerpt.sums.targets) < 1e-10)
  }
}
