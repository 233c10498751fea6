import Learning
import Testing

@testable import Simulations

@Suite struct RunDataTests {
  static func data(_ turn: (inout RunPlan) -> Void) -> RunData {
    var plan = RunPlan(.none)
    turn(&plan)
    return RunData(plan, seed: 5)
  }

  @Test(arguments: RunData.Source.allCases)
  func partsHaveTheirSizes(source: RunData.Source) {
    let data = Self.data { ($0.data, $0.trainingRows) = (source, 180) }
    #expect(data.training.rows == 180 && data.labels.training.count == 180)
    #expect(data.validation.rows == (source.real == nil ? 100 : 60))
    #expect(data.test.rows == (source.real == nil ? 400 : 60))
    #expect(data.training.outputs == data.classes)
    // Standardized by the training rows.
    for column in 0..<data.training.columns {
      let values = (0..<180).map { data.training.features[$0 * data.training.columns + column] }
      #expect(abs(values.reduce(0, +)) < 1e-9)
    }
    #expect(data.labels.test.allSatisfy { (0..<data.classes).contains($0) })
  }

  @Test(arguments: RunData.Source.allCases)
  func noPartsShareRowsUnlessTheyLeak(source: RunData.Source) {
    func rows(_ data: Dataset) -> [[Double]] {
      (0..<data.rows).map {
        Array(data.features[$0 * data.columns..<($0 + 1) * data.columns])
      }
    }
    let clean = Self.data { $0.data = source }
    #expect(Set(rows(clean.training)).isDisjoint(with: rows(clean.validation)))
    #expect(Set(rows(clean.training)).isDisjoint(with: rows(clean.test)))
    let leaking = Self.data { ($0.data, $0.leak) = (source, .duplicates) }
    #expect(Set(rows(leaking.validation)).isSubset(of: rows(leaking.training)))
    #expect(leaking.training.rows == 100 + leaking.validation.rows)
    #expect(leaking.validation == clean.validation && leaking.test == clean.test)
  }

  @Test(arguments: [0.0, 0.1, 0.3, 0.5])
  func onlyTrainingLabelsAreMadeWrong(share: Double) {
    let clean = Self.data { ($0.data, $0.trainingRows) = (.digits, 180) }
    let noisy = Self.data {
      ($0.data, $0.trainingRows, $0.labelNoise) = (.digits, 180, share)
    }
    let wrong = zip(clean.labels.training, noisy.labels.training).count { $0 != $1 }
    #expect(abs(Double(wrong) / 180 - share) < 0.12)
    #expect((share == 0) == (wrong == 0))
    #expect(clean.training.features == noisy.training.features)
    #expect(clean.labels.validation == noisy.labels.validation && clean.test == noisy.test)
  }
}
