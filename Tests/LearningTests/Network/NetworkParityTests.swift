import Learning
import Numerics
import Testing

/// Whole training runs against NumPy; see `Tests/Reference/network.py`.
@Suite struct NetworkParityTests {
  struct Case {
    var activation = ""
    var loss = ""
    var widths: [Int] = []
    var values: [String: [Double]] = [:]
  }

  static func cases() throws -> [Case] {
    var cases: [Case] = []
    for row in try Fixture.rows("network.txt") {
      if row[0] == "case" {
        cases.append(
          Case(
            activation: String(row[1]), loss: String(row[2]),
            widths: row[3...].compactMap { Int($0) }
          ))
      } else {
        cases[cases.count - 1].values[String(row[0])] = row[1...].compactMap(Fixture.number)
      }
    }
    return cases
  }

  @Test func twoHundredUpdatesAgree() throws {
    let cases = try Self.cases()
    #expect(cases.count == 4)
    for reference in cases {
      let activation = try #require(Activation.all.first { $0.name == reference.activation })
      let loss = try #require(Loss.all.first { $0.name == reference.loss })
      let outputs = try #require(reference.widths.last)
      let data = Dataset(
        features: try #require(reference.values["features"]),
        targets: try #require(reference.values["targets"]), columns: reference.widths[0],
        outputs: outputs)
      var stream = RandomStream(seed: 0, "unused")
      var network = Network(
        widths: reference.widths, hidden: activation, initialization: .fanIn, from: &stream)
      network.parameters = try #require(reference.values["initial"])
      let history = Trainer(
        loss: loss, optimizer: GradientDescent(), rate: 0.3, epochs: 200
      ).train(&network, on: data, seed: 0)

      let final = try #require(reference.values["final"])
      #expect(final.count == network.parameters.count)
      for (ours, theirs) in zip(network.parameters, final) {
        #expect(abs(ours - theirs) < 1e-9 * max(1, abs(theirs)))
      }
      let losses = try #require(reference.values["losses"])
      #expect(losses.count == 200)
      for (ours, theirs) in zip(history.trainingLoss, losses) {
        #expect(abs(ours - theirs) < 1e-9 * max(1, abs(theirs)))
      }
    }
  }
}
