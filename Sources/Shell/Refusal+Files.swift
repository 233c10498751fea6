import Exhibits
import Files

extension Refusal {
  /// The result of some work on files, or its problem as a refusal.
  static func unless<Result>(_ work: () throws(FileProblem) -> Result) throws(Refusal) -> Result {
    do throws(FileProblem) {
      return try work()
    } catch {
      throw Refusal(error.message)
    }
  }
}
