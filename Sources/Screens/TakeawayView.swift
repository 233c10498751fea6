import Lessons
import Terminal

extension Page {
  /// Sentences to keep, what a knob is called in libraries, or what terms mean.
  package mutating func takeaway(_ takeaway: Takeaway) {
    blank()
    switch takeaway.content {
    case .recap(let sentences):
      for (index, sentence) in sentences.enumerated() {
        text(
          StyledText("\(index + 1). ", .accent) + inline(sentence, .plain), hanging: 3)
      }
    case .library(let note): library(note)
    case .words(let definitions): words(definitions)
    }
  }

  /// What is typed with each library, what to try first and what goes wrong easily.
  private mutating func library(_ note: LibraryNote) {
    let widest = note.calls.map { displayWidth($0.library) }.max() ?? 0
    // On a narrow screen a column of names would leave too little beside it.
    let column = 3 * widest <= proseWidth ? widest : 0
    for call in note.calls {
      var line = StyledText(call.library, .muted).padded(to: column) + StyledText("  ")
      if let code = call.code {
        text(line + StyledText(code, .accent), hanging: 4)
        if !call.note.isEmpty { text(inline(call.note, .plain), indent: 6) }
      } else {
        line.append(call.note.isEmpty ? "has none" : "has none: ")
        text(line + inline(call.note, .plain), hanging: 4)
      }
    }
    if note.first != nil || note.trap != nil { blank() }
    for (lead, sentence) in [("First", note.first), ("Trap", note.trap)] {
      guard let sentence else { continue }
      text(StyledText(lead + ": ", .bold) + inline(sentence, .plain), hanging: 4)
    }
  }

  /// Terms with what they mean.
  package mutating func words(_ definitions: [Definition]) {
    for definition in definitions {
      text(
        StyledText(definition.term, .bold) + StyledText(": ", .muted)
          + inline(definition.meaning, .plain), hanging: 4)
    }
  }
}
