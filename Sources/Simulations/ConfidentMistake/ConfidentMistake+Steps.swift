import Experiments
import Learning
import Numerics

/// The steps of one run to the even chance and a little beyond, and what is read off them.
struct EvenChanceDescent {
  let theory: GradientFlow

  /// The first step at which the right class has a probability of ½ or more.
  let steps: Int

  /// All steps taken: a quarter more, and twenty.
  let taken: Int
  let firstGradient: Double
  let largestStep: Double

  /// Steps that are kept for the pictures, and the log-odds after them.
  let path: [(step: Int, logOdds: Double)]

  /// - Parameter logOdds: how sure the start is of the wrong class, positive.
  init(_ rule: ConfidentMistake.Rule, logOdds: Double, rate: Double) {
    theory = GradientFlow(rule: rule, start: -logOdds, rate: rate)
    firstGradient = Self.gradient(rule, at: -logOdds)
    // Gradients are never 0 on the way, so this ends; it is also the run that is counted.
    var position = -logOdds
    var step = 0
    var largest = 0.0
    while position < 0 {
      let change = rate * Self.gradient(rule, at: position)
      position += change
      largest = max(largest, change)
      step += 1
    }
    steps = step
    largestStep = largest
    taken = step + step / 4 + 20

    let every = max(1, (taken + 998) / 999)
    var path: [(step: Int, logOdds: Double)] = []
    position = -logOdds
    for step in 0...taken {
      if step.isMultiple(of: every) { path.append((step, position)) }
      position += rate * Self.gradient(rule, at: position)
    }
    self.path = path
  }

  /// The size of the gradient in the log-odds, from the losses that networks are trained with.
  private static func gradient(_ rule: ConfidentMistake.Rule, at logOdds: Double) -> Double {
    switch rule {
    case .squared:
      let unit = Activation.sigmoid.evaluate(logOdds)
      // Half the squared error, so that its gradient in p is p − 1.
      let inProbability =
        0.5 * Loss.squaredError.evaluate(prediction: unit.value, target: 1).gradient
      return -inProbability * unit.slope
    case .crossEntropy:
      return -Loss.binaryCrossEntropy.evaluate(prediction: logOdds, target: 1).gradient
    }
  }
}

extension ConfidentMistake {
  /// What a loss is found to be; its first gradient is a share of cross-entropy's, p(1 − p).
  static func verdict(_ rule: Rule, share: Double) -> FindingKind {
    guard rule == .squared else { return steady }
    return share < 0.1 ? vanishing : weaker
  }
}

extension EvenChanceDescent {
  /// What was found, in words.
  var finding: Finding {
    let time = NumberText.significant(theory.steps)
    let numbers =
      largestStep <= ConfidentMistake.smallStep
      ? "\(time) steps to an even chance by theory, \(steps) measured"
      : "\(NumberText.count(steps, "step")) to an even chance, too long for theory: infinitely small "
        + "ones take the time of \(time)"
    let size = NumberText.significant(firstGradient, digits: 2)
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: theory.steps, measured: Double(steps), message)
    }
    let kind = ConfidentMistake.verdict(
      theory.rule, share: Elementary.sigmoid(theory.start) * Elementary.sigmoid(-theory.start))
    guard kind != ConfidentMistake.steady else {
      return finding(
        kind,
        "cross-entropy pulls harder the surer the mistake: the first gradient is \(size), and it "
          + "takes \(numbers).")
    }
    let share = NumberText.significant(Elementary.sigmoid(theory.start), digits: 2)
    guard kind == ConfidentMistake.vanishing else {
      return finding(
        kind,
        "squared error pulls with p(1 − p) of what cross-entropy would: the first gradient is "
          + "\(size), and it takes \(numbers).")
    }
    return finding(
      kind,
      "squared error hardly pulls where the unit is sure: the right class has a probability of "
        + "\(share), the first gradient is \(size), and it takes \(numbers).")
  }
}
