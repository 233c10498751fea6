import Exhibits
import Experiments
import Grading
import Terminal
import Tuning

extension PlayScreen {
  /// What a key asks of the one who draws.
  enum Reaction: Sendable, Hashable {
    case none
    case moved
    case leave
    case suspend

    /// The terminal has another size, or shows what nobody knows.
    case resize
    case redraw

    /// Axes may be narrower again.
    case refit
    case grade

    /// A recording begins, or ends.
    case record
    case mouse(Bool)
  }

  /// Follows a key.
  mutating func handle(_ key: Key) -> Reaction {
    if key == .resize { return .resize }
    if key == .endOfInput { return .leave }
    if case .mouse(let event) = key { return overlay == nil ? follow(event) : read(event) }
    let had = note != nil
    note = nil
    hasBegun = true
    let reaction: Reaction
    if overlay != nil {
      reaction = read(key)
    } else if entry != nil {
      reaction = type(key)
    } else {
      reaction = play(key)
    }
    return reaction == .none && had ? .moved : reaction
  }

  mutating func close() -> Reaction {
    overlay = nil
    return .moved
  }

  /// The mouse while a page lies over the picture: what was being dragged or is let go leaves it there.
  mutating func read(_ event: MouseEvent) -> Reaction {
    let room = max(1, screen.height - 1)
    switch event.action {
    case .press: return close()
    case .wheelUp: overlay?.scroll(-3, room: room)
    case .wheelDown: overlay?.scroll(3, room: room)
    case .drag, .release: return .none
    }
    return .moved
  }

  /// A key while a page lies over the picture.
  mutating func read(_ key: Key) -> Reaction {
    let room = max(1, screen.height - 1)
    switch key.plain {
    case .control("c"), .control("d"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .down, .character("j"): overlay?.scroll(1, room: room)
    case .up, .character("k"): overlay?.scroll(-1, room: room)
    case .pageDown: overlay?.scroll(room, room: room)
    case .pageUp: overlay?.scroll(-room, room: room)
    case .home: overlay?.scroll(-.max / 2, room: room)
    case .end: overlay?.scroll(.max / 2, room: room)
    case .character("q"), .character("Q"), .character(" "), .escape, .enter: return close()
    // The key that opened it, or another that opens a page.
    case .character(let letter) where "?igy".contains(letter): return close()
    // What turns or grades elsewhere does nothing unseen.
    default: return .none
    }
    return .moved
  }

  /// A key while a value is typed.
  mutating func type(_ key: Key) -> Reaction {
    switch key.plain {
    case .control("c"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .escape: entry = nil
    case .control("u"): entry = ""
    case .backspace:
      if entry?.isEmpty ?? true { entry = nil } else { entry?.removeLast() }
    case .character(let character): append(String(character))
    case .paste(let text): append(text)
    case .enter:
      let text = entry ?? ""
      guard !text.isEmpty else {
        entry = nil
        return .moved
      }
      do throws(Refusal) {
        // What is watched ends first: it may have led a knob elsewhere that is not to be turned.
        var stopped = self
        stopped.stop(turning: knobs.knob?.name)
        try stopped.knobs.type(text)
        stopped.entry = nil
        self = stopped
      } catch {
        // What was typed stays, to be mended.
        note = error.message
      }
    default: return .none
    }
    return .moved
  }

  /// The most characters that are typed for a value.
  static let longestEntry = 40

  mutating func append(_ text: String) {
    let line = (entry ?? "") + text.prefix { !$0.isNewline }
    // A character may be of any number of parts.
    entry = String(line.unicodeScalars.prefix(Self.longestEntry))
  }

  /// A key while nothing lies over the picture.
  mutating func play(_ key: Key) -> Reaction {
    switch key {
    case .modified(.left, let held):
      return turn(held.contains(.control) ? .digits(-1) : .coarse(-1))
    case .modified(.right, let held): return turn(held.contains(.control) ? .digits(1) : .coarse(1))
    default: break
    }
    switch key.plain {
    case .escape where film != nil: stop()
    case .character("q"), .character("Q"), .escape, .control("c"), .control("d"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .left, .character("h"): return turn(.stops(-1))
    case .right, .character("l"): return turn(.stops(1))
    case .character("H"): return turn(.coarse(-1))
    case .character("L"): return turn(.coarse(1))
    case .home: return turn(.toLowest)
    case .end: return turn(.toHighest)
    case .character("0"): return turn(.toDefault)
    case .up, .character("k"): knobs.choose(-1)
    case .down, .character("j"): knobs.choose(1)
    case .tab: knobs.cycle(1)
    case .backtab: knobs.cycle(-1)
    case .character("="): entry = ""
    case .character("f"): choose(figure: (figure + 1) % max(kinds.count, 1))
    case .character("a"), .character(" "): watch()
    case .character(","): step(-1)
    case .character("."): step(1)
    case .character("<"): film?.quicken(0.5)
    case .character(">"): film?.quicken(2)
    case .character("p"): pinNow()
    case .character("u"): (pinned, pinning) = (nil, nil)
    case .character("P"): swap()
    case .character("n"): seed(by: 1)
    case .character("N"): seed(by: -1)
    case .character("z"): return .refit
    case .character("w"): return .record
    case .character("y"): overlay = PlayOverlay(linesPage.lines)
    case .character("i"): overlay = PlayOverlay(aboutPage.lines)
    case .character("m"):
      usesMouse.toggle()
      note = usesMouse ? "the mouse turns knobs" : "the mouse selects text; m takes it back"
      return .mouse(usesMouse)
    case .character("?"): overlay = PlayOverlay(keysPage.lines)
    case .character("g"):
      guard let page = mapPage else {
        note = whyNoMap
        break
      }
      overlay = PlayOverlay(page.lines)
    case .enter:
      guard subject.exercise != nil else {
        note = "nothing is asked here; knobs play LESSON/EXERCISE grades"
        break
      }
      guard !isGrading else { return .none }
      return .grade
    case .character(let character):
      guard let number = character.wholeNumberValue, 1...9 ~= number else { return .none }
      guard number <= kinds.count else {
        let count = kinds.count == 1 ? "is 1 figure" : "are \(kinds.count) figures"
        note = "there \(count); = types a value"
        break
      }
      choose(figure: number - 1)
    default: return .none
    }
    return .moved
  }
}
