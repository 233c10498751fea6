/// What was asked for on the command line.
struct Request: Equatable {
  var help = false
  var json = false
  /// Whether simulations are timed in place of works.
  var frames = false
  var runs = 9
  /// The names of what is timed, in the order they were asked for; all where none was named.
  var names: [String] = []

  /// Why a command line was refused, in one line.
  struct Refusal: Error, Equatable {
    let message: String
  }

  static let runRange = 1...1000

  /// Reads the words behind the program's name.
  init(_ words: [String], works: [String], simulations: [String]) throws(Refusal) {
    var rest = words[...]
    frames = words.contains("--frames")
    let known = frames ? simulations : works
    while let word = rest.popFirst() {
      switch word {
      case "--help", "-h": help = true
      case "--json": json = true
      case "--frames": break
      case "--runs": runs = try Self.count(rest.popFirst())
      case _ where word.hasPrefix("--runs="): runs = try Self.count(String(word.dropFirst(7)))
      case _ where word.hasPrefix("-"):
        throw Refusal(message: "there is no option \(Self.quoted(word)); see knobs-bench --help")
      default:
        guard known.contains(word) else {
          throw Refusal(message: Self.unknown(word, frames: frames, known))
        }
        if !names.contains(word) { names.append(word) }
      }
    }
    if names.isEmpty { names = known }
  }

  private static func unknown(_ word: String, frames: Bool, _ known: [String]) -> String {
    let start = "there is no \(frames ? "simulation" : "work") \(quoted(word))"
    return frames
      ? "\(start); knobs simulations lists all"
      : "\(start); there are \(known.joined(separator: ", "))"
  }

  private static func count(_ word: String?) throws(Refusal) -> Int {
    guard let word else { throw Refusal(message: "--runs needs a number, as in --runs 9") }
    guard let number = Int(word), runRange.contains(number) else {
      throw Refusal(
        message:
          "--runs takes \(runRange.lowerBound) to \(runRange.upperBound), not \(quoted(word))")
    }
    return number
  }

  /// The word as it is shown: one line, no control characters, not too long.
  private static func quoted(_ word: String) -> String {
    let visible = word.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "?"
      default: String(scalar)
      }
    }
    return "“\(visible.prefix(40).joined())\(visible.count > 40 ? "…" : "")”"
  }
}
