import Experiments

@testable import Simulations

extension ElementaryEffects: Claiming {
  static let claims = [
    Claim(ranking) { run in
      let told = zip(inputs, size).map { input, metric in
        "input \(input): \(NumberText.significant(run[metric] ?? .nan))"
      }
      return told.allSatisfy(run.finding.message.contains) ? nil : "\(told)"
    },
    Claim(cancels) { run in
      // Effects of both signs are what cancels, and the first input has none below 0.
      let named = named(run, before: " cancel")
      let effects = Screening(walks: 400, seed: run.seed &+ 1).effects
      let mixed = named.filter { input in
        effects[input].contains { $0 > 0 } && effects[input].contains { $0 < 0 }
      }
      return !named.isEmpty && mixed == named ? nil : "\(named) are told"
    },
    Claim(interacts) { run in
      let named = named(run, before: " spread")
      let effects = Screening(walks: 400, seed: run.seed &+ 1).effects
      let varied = named.filter { input in
        (effects[input].max() ?? 0) - (effects[input].min() ?? 0) > 1
      }
      return !named.isEmpty && varied == named ? nil : "\(named) are told"
    },
  ]

  /// The inputs that a message names before a word.
  private static func named(_ run: ClaimedRun, before word: String) -> [Int] {
    let message = run.finding.message
    guard let end = message.firstRange(of: word)?.lowerBound else { return [] }
    let words = message[..<end].split(separator: " ").map(String.init)
    return inputs.indices.filter { words.contains(inputs[$0]) }
  }
}
