/// What a character next to a delimiter run counts as.
enum CharacterClass {
  case space, punctuation, other

  /// The class of the character at a place; the end of the text counts as space.
  init(at place: Int, in bytes: [UInt8]) {
    guard place < bytes.count else {
      self = .space
      return
    }
    var end = place + 1
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    self.init(bytes[place..<end])
  }

  /// The class of the character that ends before a place; the start of the text counts as space.
  init(before place: Int, in bytes: [UInt8]) {
    guard place > 0 else {
      self = .space
      return
    }
    var start = place - 1
    while start > 0, bytes[start].isContinuation { start -= 1 }
    self.init(bytes[start..<place])
  }

  private init(_ character: ArraySlice<UInt8>) {
    if let byte = character.first, byte < 0x80 {
      if byte.isPunctuation {
        self = .punctuation
      } else {
        self = byte == .space || (0x09...0x0D).contains(byte) && byte != 0x0B ? .space : .other
      }
      return
    }
    switch String(decoding: character, as: UTF8.self).unicodeScalars.first?.properties
      .generalCategory
    {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      self = .punctuation
    default: self = .other
    }
  }
}
