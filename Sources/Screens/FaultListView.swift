import Exhibits
import Experiments
import Terminal

extension FaultList: ScreenExhibit {
  /// A line for each fault, how many there are, and what to type next.
  package func set(on page: inout Page) {
    for pack in packs {
      page.block(
        pack.findings.map { fault in
          let mark = fault.isAdvice ? StyledText("advice: ", .muted) : StyledText()
          return StyledText("\(fault.file):\(fault.line):\(fault.column): ", .accent) + mark
            + StyledText(fault.message)
        })
      let name = packs.count > 1 ? "\(Quoted.path(pack.folder)): " : ""
      page.block([StyledText(name + pack.summary, pack.isSound ? .good : .bad)])
    }
    page.blank()
    page.next(next)
  }
}
