import Learning
import Numerics
import Testing

/// Whole runs against PyTorch, update by update; see `Tests/Reference/Network/pytorch.py`.
@Suite struct TorchParityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    let losses: [Double]
    var activation: String { words[1] }
    var loss: String { words[2] }
    var rows: Int { Int(words[3]) ?? 0 }
    var batch: Int { Int(words[4]) ?? 0 }
    var rate: Double { Double(words[5]) ?? .nan }
    var widths: [Int] { words[6...].prefix { $0 != "/" }.compactMap { Int($0) } }
    var dropout: [Double] { words[6...].drop { $0 != "/" }.compactMap { Double($0) } }
    var testDescription: String { "\(activation) \(loss) \(widths) \(dropout)" }

    /// Features, then targets of the kind the loss takes.
    func data() -> Dataset {
      let (columns, outputs) = (widths[0], widths[widths.count - 1])
      var stream = RandomStream(seed: 7, "data")
      let features = (0..<rows * columns).map { _ in 4 * stream.uniform() - 2 }
      let targets: [Double] = (0..<rows).flatMap { _ in
        if loss == "softmax-cross-entropy" {
          let label = stream.integer(below: outputs)
          return (0..<outputs).map { $0 == label ? 1.0 : 0 }
        }
        return (0..<outputs).map { _ in
          let u = stream.uniform()
          return switch loss {
          case "binary-cross-entropy": u < 0.5 ? 1 : 0
          case "hinge": u < 0.5 ? 1 : -1
          default: 4 * u - 2
          }
        }
      }
      return Dataset(features: features, targets: targets, columns: columns, outputs: outputs)
    }
  }

  static func cases() throws -> [Case] {
    let rows = try Fixture.rows("Network/pytorch.txt").map { $0.map(String.init) }
    return stride(from: 0, to: rows.count, by: 2).map { index in
      Case(
        words: rows[index],
        losses: rows[index + 1].dropFirst().compactMap { Fixture.number($0[...]) })
    }
  }

  /// The largest relative deviation from PyTorch's losses, with these probabilities of dropping.
  static func deviation(_ reference: Case, dropout: [Double]) throws -> Double {
    let activation = try #require(Activation.all.first { $0.name == reference.activation })
    let loss = try #require(Loss.all.first { $0.name == reference.loss })
    var weights = RandomStream(seed: 7, "weights")
    var network = Network(
      widths: reference.widths, hidden: activation, dropout: dropout, initialization: .fanIn,
      from: &weights)
    let batches = (reference.rows + reference.batch - 1) / reference.batch
    let history = Trainer(
      loss: loss, optimizer: GradientDescent(), rate: reference.rate,
      epochs: (200 + batches - 1) / batches, batches: .shuffled(size: reference.batch)
    ).train(&network, on: reference.data(), seed: 7)
    #expect(reference.losses.count == 200 && history.batchLoss.count >= 200)
    return zip(history.batchLoss, reference.losses).reduce(0) {
      max($0, abs($1.0 - $1.1) / abs($1.1))
    }
  }

  @Test func twoHundredUpdatesAgree() throws {
    let cases = try Self.cases()
    #expect(cases.count == 8)
    for reference in cases {
      let deviation = try Self.deviation(reference, dropout: reference.dropout)
      #expect(deviation < 1e-9, "\(reference)")
    }
  }

  /// Another probability, even by a little, is told apart; so is scaling by 1/p instead of 1/(1 − p).
  @Test func otherProbabilitiesDoNotAgree() throws {
    for reference in try Self.cases() where reference.dropout.contains(where: { $0 > 0 }) {
      let swapped = reference.dropout.map { $0 > 0 ? 1 - $0 + 0.001 : 0 }
      #expect(try Self.deviation(reference, dropout: swapped) > 1e-3)
    }
  }
}
