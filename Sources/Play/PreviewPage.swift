import Exhibits
import Grading
import Lessons
import Plotting
import Screens
import Terminal

/// What a preview leaves to the check.
struct PreviewLimits: Sendable {
  /// The file to check; nil for all that there are.
  var file: String?

  /// What is left, and the command that does it.
  var text: StyledText {
    let word = file.map { " " + Escaping.shellWord.text($0) } ?? ""
    return StyledText("what runs would show is not checked here: ", .muted)
      + StyledText("knobs author check\(word)", Style(.muted, unbroken: true))
  }
}

extension PreviewFile {
  /// The file as it is printed: its faults, then the whole lesson with every run made.
  ///
  /// - Parameter limit: the multiply-adds that its runs may take.
  /// - Returns: the page, and whether the file has no faults.
  package func printed(on screen: Screen, within limit: Int = Limits.work) async -> (
    page: Page, isSound: Bool
  ) {
    let checked = await checked()
    let version = checked?.version ?? read()
    let faults = checked?.faults ?? version.faults
    var page = Page(screen)
    page.block(faults.map { StyledText($0.text, .bad) })
    if let parts = version.parts {
      await page.set(parts, within: limit)
      page.blank()
      page.text(PreviewLimits(file: path).text)
    }
    return (page, faults.isEmpty)
  }
}
