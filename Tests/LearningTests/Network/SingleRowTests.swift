import Learning
import Numerics
import Testing

/// Single rows of linear models are worked off by themselves; two copies of a row go through lanes.
@Suite struct SingleRowTests {
  /// The mean over two copies is what one gives, to the last bit: halves are exact.
  @Test(arguments: [1, 7, 10, 33]) func aRowIsTheMeanOfItsCopies(columns: Int) {
    var stream = RandomStream(seed: UInt64(columns), "rows")
    for loss in Loss.all {
      for _ in 0..<20 {
        let network = Network(
          widths: [columns, 1], hidden: .identity, initialization: .fanIn, from: &stream)
        // Some features are zeros of either sign, whose products have signs too.
        let row = stream.normals(columns).map { abs($0) < 0.3 ? $0 * 0 : $0 }
        let target = stream.bernoulli(0.5) ? 1.0 : 0
        let one = network.gradient(
          of: loss, on: Dataset(features: row, targets: [target], columns: columns))
        let two = network.gradient(
          of: loss, on: Dataset(features: row + row, targets: [target, target], columns: columns))
        #expect(one.loss.bitPattern == two.loss.bitPattern, "\(loss.name)")
        #expect(
          one.gradient.map(\.bitPattern) == two.gradient.map(\.bitPattern), "\(loss.name)")
      }
    }
  }

  @Test func aPredictionIsJudgedAsAmongOthers() {
    for loss in Loss.all {
      for prediction in [-3.0, -1, 0, 0.25, 1, 40] {
        for target in [-1.0, 0, 1] {
          let one = loss.evaluate(prediction: prediction, target: target)
          let list = loss.evaluate(predictions: [prediction], targets: [target])
          #expect(one.value == list.value && one.gradient == list.gradient[0], "\(loss.name)")
        }
      }
    }
  }
}
