import Exhibits

/// An exhibit that has a form on a screen.
package protocol ScreenExhibit: Exhibit {
  /// Sets it on a page, below what stands there.
  func set(on page: inout Page)
}

extension Page {
  /// Sets an exhibit below what stands there.
  package mutating func set(_ exhibit: some ScreenExhibit) { exhibit.set(on: &self) }
}
