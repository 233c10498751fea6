/// What is shown, in no medium: a screen and a document of `--json` are two settings of it.
///
/// Its properties are what is said, in words where people read it; encoding it gives the document,
/// which says the same in numbers. No medium adds to either.
package protocol Exhibit: Encodable, Sendable {}

/// An exhibit whose document is one long list, which is written element by element.
package protocol LongDocument: Exhibit {
  associatedtype Elements: Sequence where Elements.Element: Encodable

  /// The name of the list in the document.
  static var elementsKey: String { get }

  /// The elements in order.
  var elements: Elements { get }
}
