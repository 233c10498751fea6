import Learning

/// A wrong optimizer, written plainly: a rule for one parameter with two numbers of memory.
struct WrongOptimizer: Optimizer {
  static let statePerParameter = 2
  typealias Rule =
    @Sendable (
      _ parameter: inout Double, _ gradient: Double, _ memory: inout (Double, Double),
      _ step: Double, _ rate: Double
    ) -> Void
  let rule: Rule
  private var memory: [(Double, Double)] = []
  private var steps = 0.0

  init(_ rule: @escaping Rule) { self.rule = rule }

  mutating func step(
    parameters: inout MutableSpan<Double>, gradients: Span<Double>, rate: Double
  ) {
    if memory.isEmpty { memory = Array(repeating: (0, 0), count: gradients.count) }
    steps += 1
    for index in memory.indices {
      rule(&parameters[index], gradients[index], &memory[index], steps, rate)
    }
  }

  /// Both of Adam's means after another gradient, and the divisors that correct them.
  private static func means(_ g: Double, _ memory: inout (Double, Double), _ step: Double) -> (
    Double, Double
  ) {
    memory = (0.9 * memory.0 + 0.1 * g, 0.999 * memory.1 + 0.001 * g * g)
    let powers = (0..<Int(step)).reduce((1.0, 1.0)) { p, _ in (p.0 * 0.9, p.1 * 0.999) }
    return (1 - powers.0, 1 - powers.1)
  }

  /// Known bugs by name, each with the optimizer and decay it pretends to be.
  static let all: [(bug: String, pretends: String, decay: String, rule: WrongOptimizer)] = [
    (
      "Adam multiplied by its bias correction", "adam", "none",
      WrongOptimizer { w, g, memory, step, rate in
        let (c, d) = means(g, &memory, step)
        w -= rate * memory.0 * c / ((memory.1 * d).squareRoot() + 1e-8)
      }
    ),
    (
      "Adam without bias correction", "adam", "none",
      WrongOptimizer { w, g, memory, step, rate in
        _ = means(g, &memory, step)
        w -= rate * memory.0 / (memory.1.squareRoot() + 1e-8)
      }
    ),
    (
      "Adam with ε inside the root", "adam", "none",
      WrongOptimizer { w, g, memory, step, rate in
        let (c, d) = means(g, &memory, step)
        w -= rate * (memory.0 / c) / (memory.1 / d + 1e-8).squareRoot()
      }
    ),
    (
      "Adam with ε before the bias correction", "adam", "none",
      WrongOptimizer { w, g, memory, step, rate in
        let (c, d) = means(g, &memory, step)
        w -= rate * d.squareRoot() / c * memory.0 / (memory.1.squareRoot() + 1e-8)
      }
    ),
    (
      "RMSprop with ε inside the root", "rmsprop", "none",
      WrongOptimizer { w, g, memory, _, rate in
        memory.0 = 0.99 * memory.0 + 0.01 * g * g
        w -= rate * g / (memory.0 + 1e-8).squareRoot()
      }
    ),
    (
      "Adagrad with ε inside the root", "adagrad", "none",
      WrongOptimizer { w, g, memory, _, rate in
        memory.0 += g * g
        w -= rate * g / (memory.0 + 1e-10).squareRoot()
      }
    ),
    (
      "L2 divided by the batch size", "sgd", "coupled",
      WrongOptimizer { w, g, _, _, rate in w -= rate * (g + 0.03 / 32 * w) }
    ),
    (
      "decoupled decay without the rate", "sgd", "decoupled",
      WrongOptimizer { w, g, _, _, rate in w = (1 - 0.03) * w - rate * g }
    ),
    (
      "Adam with L2 instead of AdamW", "adam", "decoupled",
      WrongOptimizer { w, g, memory, step, rate in
        let (c, d) = means(g + 0.03 * w, &memory, step)
        w -= rate * (memory.0 / c) / ((memory.1 / d).squareRoot() + 1e-8)
      }
    ),
    (
      "the rate inside the velocity, as in Keras", "momentum", "none",
      WrongOptimizer { w, g, memory, _, rate in
        memory.0 = 0.9 * memory.0 - rate * g
        w += memory.0
      }
    ),
    (
      "momentum with dampening", "momentum", "none",
      WrongOptimizer { w, g, memory, _, rate in
        memory.0 = 0.9 * memory.0 + 0.1 * g
        w -= rate * memory.0
      }
    ),
    (
      "Nesterov without looking ahead", "nesterov", "none",
      WrongOptimizer { w, g, memory, _, rate in
        memory.0 = 0.9 * memory.0 + g
        w -= rate * memory.0
      }
    ),
  ]
}
