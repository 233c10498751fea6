import Terminal

extension Page {
  /// Which exercises were passed in an earlier form, if there are any.
  mutating func earlierForms(_ sentence: String?) {
    guard let sentence else { return }
    blank()
    text(StyledText(sentence, .muted))
  }
}
