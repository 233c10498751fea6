import Terminal
import TestKit

extension Garbage {
  /// Text of up to `count` odd pieces in a handful of styles.
  mutating func styledText(upTo count: Int) -> StyledText {
    let styles: [Style] = [.plain, .bold, .accent, Style(unbroken: true), Style(.series(3))]
    return (0..<3).reduce(into: StyledText()) { text, _ in
      text.append(self.text(upTo: count / 3), one(of: styles))
    }
  }
}
