/// A sentence or two about what was done, and what to type next.
package struct Notice: Exhibit {
  /// What was done.
  package let text: String

  /// What to type next.
  package let next: [NextStep]

  private enum CodingKeys: CodingKey { case text }

  /// What was done, in words.
  package init(_ text: String, next: [NextStep] = []) {
    self.text = text
    self.next = next
  }
}
