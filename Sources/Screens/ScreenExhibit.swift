import Exhibits
import Terminal

/// An exhibit that has a form on a screen.
package protocol ScreenExhibit: Exhibit {
  /// Sets it on a page, below what stands there.
  func set(on page: inout Page)

  /// All of it as it is written to a screen.
  func text(for screen: Screen) -> String
}

extension ScreenExhibit {
  /// What is set on an empty page.
  package func text(for screen: Screen) -> String {
    var page = Page(screen)
    page.set(self)
    return page.lines.rendered(for: screen)
  }
}

extension Page {
  /// Sets an exhibit below what stands there.
  package mutating func set(_ exhibit: some ScreenExhibit) { exhibit.set(on: &self) }
}
