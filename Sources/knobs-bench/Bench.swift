import Experiments
import Foundation
import Simulations

/// The program: reads its words, times the works, prints the results.
enum Bench {
  /// Gives back the exit status: 0 done, 2 where the request was wrong.
  static func main(_ words: [String]) async -> Int32 {
    do {
      let request = try Request(
        words, works: Work.all.map(\.name), simulations: Catalog.all.names)
      guard !request.help else {
        write(help, to: .standardOutput)
        return 0
      }
      if request.frames {
        let frames = request.names.compactMap { Catalog.all[$0] }.map {
          FrameTime($0, runs: request.runs)
        }
        write(
          request.json ? try Report.json(frames) : Report.table(frames), to: .standardOutput)
        return 0
      }
      var measurements: [Measurement] = []
      for name in request.names {
        guard let work = Work.all.first(where: { $0.name == name }) else { continue }
        measurements.append(await Measurement(work, runs: request.runs))
      }
      write(
        request.json ? try Report.json(measurements) : Report.table(measurements),
        to: .standardOutput)
      return 0
    } catch let refusal as Request.Refusal {
      write("knobs-bench: \(refusal.message)\n", to: .standardError)
    } catch {
      write("knobs-bench: the results cannot be written as JSON\n", to: .standardError)
    }
    return 2
  }

  private static func write(_ text: String, to file: FileHandle) {
    // A reader that has left is no fault of ours.
    try? file.write(contentsOf: Data(text.utf8))
  }

  static var help: String {
    let width = Work.all.map(\.name.count).max() ?? 0
    let works = Work.all.map { work in
      let gap = String(repeating: " ", count: width - work.name.count + 2)
      return "  \(work.name)\(gap)\(work.summary)"
    }
    return """
      Measures how fast the learning engine of Knobs trains.

      Usage: knobs-bench [--json] [--runs N] [NAME …]
             knobs-bench --frames [--json] [--runs N] [SIMULATION …]

      Each work is done once to warm up and then N times; the median of the N times counts.
      Without a NAME all of them are done. Times are only comparable on the same, idle machine,
      and only in a release build:

        swift run -c release knobs-bench
        swift run -c release knobs-bench small-mlp tanh --runs 21

      Works:
      \(works.joined(separator: "\n"))

      The checksum is taken over the bits of the result. It is the same on every machine and in
      every build; where it changes, other work was done. small-mlp less small-linear is what
      tanh costs in training. multiply-add is what the machine can do at best.

      With --frames simulations are timed: a run and its figures, which is what a turned knob waits
      for. Times are of the processor, so other programs disturb them less: the median of N runs at
      the defaults, then the 95th percentile and the longest over \(FrameTime.settings) settings drawn at random from
      all that the knobs allow, which are the same every time.

      Options:
        --frames  time simulations, all of them without a name
        --json    print one JSON document: {"results": [{"name", "medianMilliseconds", "runs", …}]}
        --runs N  how often each work is timed, \(Request.runRange.lowerBound) to \
      \(Request.runRange.upperBound); 9 unless given
        --help    show this help

      The same work in scikit-learn, PyTorch and JAX: Tests/Reference/bench.py.

      """
  }
}
