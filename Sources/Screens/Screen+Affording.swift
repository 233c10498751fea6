import Exhibits
import Experiments
import Lessons
import Terminal
import Tuning

extension Screen? {
  /// Refuses runs of a lesson that would take more work than a command may spend, before they are
  /// made: every command asks here first that runs what somebody else's lesson says.
  ///
  /// The screen is that of standard error; where there is none, nobody is told that it takes a while.
  ///
  /// - Parameters:
  ///   - runs: what is about to be made.
  ///   - limit: the multiply-adds that may be spent.
  ///   - what: what takes the runs, such as `the search of a/b`.
  package func afford(_ runs: PlannedRuns, within limit: Int, for what: String)
    async throws(Refusal)
  {
    let lost = await showing({ _ in "measuring one run …" }) { _ in
      var left = Double(limit)
      return await runs.take(from: &left) != nil
    }
    guard lost else { return }
    throw Refusal(
      "\(what) would take more than \(NumberText.scientific(Double(limit), digits: 1)) "
        + "multiply-adds, the most that a command spends on a lesson; "
        + "ask the lesson's author for smaller runs")
  }
}

extension Screen {
  /// The same on a screen that there is.
  package func afford(_ runs: PlannedRuns, within limit: Int, for what: String)
    async throws(Refusal)
  {
    try await Screen?.some(self).afford(runs, within: limit, for: what)
  }
}
