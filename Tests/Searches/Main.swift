import Foundation
import Tuning

/// Searches known functions, and serves them to other programs, for `Tests/Reference/searches.py`.
///
/// `searches FUNCTION STRATEGY TRIALS FIRST COUNT` prints a line of JSON for each of so many seeds: what
/// every trial found, and the seconds of the processor that the search took but for the function, in all
/// and for the last proposals.
/// `searches FUNCTION` reads points, a line each, and answers with the values.
@main
enum Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first,
      let function = SearchedFunction.all.first(where: { $0.name == name })
    else { stop("searches: name a function: \(names(SearchedFunction.all.map(\.name)))") }
    if words.count == 1 { return serve(function) }
    guard words.count == 5, let strategy = Strategies.named(words[1]) else {
      stop("searches: after the function a strategy: \(names(Strategies.all.map { $0.name }))")
    }
    guard let trials = Int(words[2]), let first = UInt64(words[3]), let count = UInt64(words[4]),
      trials > 0
    else { stop("searches: then how many trials, the first seed, and how many seeds") }
    for seed in first..<first + count {
      let search = Search(function.cube, budget: trials, seed: seed)
      answer(found(by: strategy.init(search), trials, function, seed))
    }
  }

  private static func found(
    by strategy: any Strategy, _ trials: Int, _ function: SearchedFunction, _ seed: UInt64
  ) -> String {
    var observations: [Observation] = []
    var (asked, last) = (0.0, 0.0)
    let start = seconds()
    while observations.count < trials {
      let question = seconds()
      let proposals = strategy.propose(after: observations).prefix(trials - observations.count)
      last = seconds() - question
      if proposals.isEmpty { break }
      for proposal in proposals {
        let before = seconds()
        let value = function.value(proposal.point)
        asked += seconds() - before
        observations.append(Observation(proposal.point, loss: value))
      }
    }
    let own = seconds() - start - asked
    let values = observations.map { "\($0.loss ?? .infinity)" }.joined(separator: ",")
    return "{\"seed\":\(seed),\"seconds\":\(own),\"last\":\(last),\"values\":[\(values)]}"
  }

  private static func serve(_ function: SearchedFunction) {
    while let line = readLine() {
      let point = line.split(separator: " ").compactMap { Double($0) }
      guard point.count == function.cube.dimensions else {
        stop("searches: a point of \(function.name) has \(function.cube.dimensions) numbers")
      }
      answer("\(function.value(function.cube.settled(point)))")
    }
  }

  /// The processor's time so far.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// Writes a line at once, as whoever asked waits for it.
  private static func answer(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private static func names(_ all: [String]) -> String { all.joined(separator: ", ") }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
