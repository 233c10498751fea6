import Experiments
import Simulations

/// A run and the bits of what it gives.
///
/// In a file the name stands on a line of its own, and below it, indented, a line for each number.
/// A name is that of a simulation, followed by the knobs that are turned, or that of a part of the
/// learning engine, such as `optimizer/adam`.
struct Golden: Equatable, Sendable {
  let name: String
  let numbers: [String]

  var text: String { ([name] + numbers.map { "  " + $0 }).joined(separator: "\n") }

  /// The runs that a golden file names, with what is recorded of them.
  static func cases(in text: String) -> [Golden] {
    text.split(separator: "\n").reduce(into: []) { cases, line in
      if line.hasPrefix(" ") {
        guard let last = cases.popLast() else { return }
        let number = line.drop { $0 == " " }
        cases.append(Golden(name: last.name, numbers: last.numbers + [String(number)]))
      } else {
        cases.append(Golden(name: String(line), numbers: []))
      }
    }
  }

  /// The seed of every simulation here.
  static let seed: UInt64 = 20

  /// The run of this name, made now.
  static func now(_ name: String) -> Golden {
    if let part = EnginePart.all.first(where: { $0.name == name }) {
      return Golden(name: name, numbers: [Self.digits(part.digest())])
    }
    guard let (simulation, settings) = simulation(name) else {
      return Golden(name: name, numbers: ["is not there"])
    }
    let metrics = simulation.run(settings, seed: seed).metrics.sorted { $0.key < $1.key }
    return Golden(
      name: name, numbers: metrics.map { "\($0.key) \(digits($0.value.bitPattern))" })
  }

  /// A simulation and its settings; nil if there is no such simulation, knob or value.
  static func simulation(_ name: String) -> (any Simulation.Type, Settings)? {
    let words = name.split(separator: " ")
    guard let first = words.first, let simulation = Catalog.all[String(first)] else { return nil }
    var settings = simulation.defaults
    for word in words.dropFirst() {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, (try? settings.turn(sides[0], to: sides[1])) != nil else {
        return nil
      }
    }
    return (simulation, settings)
  }

  /// Sixteen hexadecimal digits.
  private static func digits(_ bits: UInt64) -> String {
    let text = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
