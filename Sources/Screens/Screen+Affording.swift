import Exhibits
import Experiments
import Lessons
import Terminal
import Tuning

extension Screen {
  /// Refuses runs of a lesson that would take more work than a command may spend, before they are
  /// made: every command asks here first that runs what somebody else's lesson says.
  ///
  /// The screen is that of standard error.
  ///
  /// - Parameters:
  ///   - runs: what is about to be made.
  ///   - limit: the multiply-adds that may be spent.
  ///   - what: what takes the runs, such as `the search of a/b`.
  package func afford(_ runs: PlannedRuns, within limit: Int, for what: String)
    async throws(Refusal)
  {
    let lost = await showing("measuring one run") {
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
