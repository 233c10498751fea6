import Experiments
import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Play

/// That the mouse finds what is drawn where it is drawn.
@Suite struct PlayMouseTests {
  static let sizes = [(20, 5), (36, 12), (60, 15), (80, 24), (109, 29), (110, 30), (180, 50)]

  /// Pictures with everything on their tracks: pinned, locked, idle, passed.
  static func views(_ screen: Screen) throws -> [PlayScreen] {
    var pinned = Scene.view(on: screen)
    _ = pinned.press(.character("p"), .character("L"), .down, .character("L"), .down, .right)
    var exercise = Scene.view(try Scene.exercise(), on: screen)
    _ = exercise.press(.character("p"), .character("H"))
    let free = try Toys.settings(Ride.self, ["gear": "free"])
    return [
      pinned, exercise, Scene.view(PlaySubject(Ride.self, free), on: screen),
      Scene.view(Slide.self, on: screen), Scene.view(Toss.self, on: screen),
    ]
  }

  @Test(arguments: sizes, [true, false])
  func everyZoneHoldsWhatItIsFor(_ size: (Int, Int), _ usesUnicode: Bool) throws {
    let screen = Scene.screen(size.0, size.1, usesUnicode: usesUnicode)
    for var view in try Self.views(screen) {
      let cells = view.rows().map { Array($0) }
      #expect(!view.zones.isEmpty)
      for zone in view.zones {
        #expect(
          zone.rows.lowerBound >= 0 && zone.rows.upperBound <= screen.height
            && zone.columns.lowerBound >= 0 && zone.columns.upperBound <= screen.width
            && !zone.columns.isEmpty && zone.rows.count == 1, "\(zone)")
        let row = cells[zone.rows.lowerBound]
        func text(_ columns: Range<Int>) -> String {
          String(columns.map { row.indices.contains($0) ? row[$0] : " " })
        }
        switch zone.target {
        case .knob(let place):
          let name = view.knobs.all[place].name.prefix(3)
          let above = zone.rows.lowerBound > 0 ? String(cells[zone.rows.lowerBound - 1]) : ""
          #expect(text(zone.columns).contains(name) || above.contains(name), "\(zone)")
        case .track(_, let first, let last):
          #expect(zone.columns == first - 1..<last + 2)
          let ends = usesUnicode ? ("├", "┤") : ("|", "|")
          #expect(text(first - 1..<first) == ends.0 && text(last + 1..<last + 2) == ends.1)
          let inner = Set(text(first..<last + 1))
          #expect(inner.isSubset(of: usesUnicode ? "─●○┈" : "-*o."), "\(inner)")
        case .choice(_, let value): #expect(text(zone.columns).contains(value.text), "\(zone)")
        case .figure(let place): #expect(text(zone.columns).contains(view.kinds[place].name))
        case .pinned: #expect(text(zone.columns) == (usesUnicode ? "○" : "o"))
        }
      }
    }
  }

  @Test(arguments: sizes) func pressesSetWhatTheyPointAt(_ size: (Int, Int)) throws {
    for var view in try Self.views(Scene.screen(size.0, size.1)) {
      _ = view.draw()
      for zone in view.zones {
        let row = zone.rows.lowerBound
        var pressed = view
        func press(_ column: Int, _ action: MouseEvent.Action = .press(.left)) -> PlayScreen {
          var pressed = view
          // Who draws below draws again: the list of zones is that of the picture.
          _ = pressed.press(.mouse(MouseEvent(action, row: row, column: column)))
          return pressed
        }
        let isFree = zone.knob.map { view.knobs.isFree(view.knobs.all[$0]) } ?? true
        switch zone.target {
        case .track(let place, let first, let last):
          let name = view.knobs.all[place].name
          guard isFree else {
            #expect(press(first).knobs.settings == view.knobs.settings)
            continue
          }
          let bounds = try #require(view.knobs.all[place].domain.bounds)
          for (column, end) in [(first, bounds.lowerBound), (last, bounds.upperBound)]
          where !view.isPinned(row, column) {
            pressed = press(column)
            #expect(pressed.knobs.settings[name]?.number == end)
            #expect(pressed.knobs.chosen == place)
          }
          // A drag shows the knob under the hand, or at the stop next to it.
          let column = (first + 2 * last) / 3
          let grip = view.isPinned(row, last) ? first : last
          pressed = press(grip)
          _ = pressed.press(.mouse(MouseEvent(.drag(.left), row: row, column: column)))
          // Begun on no track, a drag turns nothing.
          #expect(press(column, .drag(.left)).knobs.settings == view.knobs.settings)
          let cells = pressed.rows().map { Array($0) }
          let isFine = KnobStops(view.knobs.all[place]).values.count > 20
          if isFine, let now = pressed.row(of: place).flatMap({ cells[$0].firstIndex(of: "●") }) {
            #expect(abs(now - column) <= 1 + (last - first) / 20, "\(now) \(column)")
          }
        case .choice(let place, let value):
          let name = view.knobs.all[place].name
          let column = zone.columns.upperBound - 1
          #expect(
            press(column).knobs.settings[name] == (isFree ? value : view.knobs.settings[name]))
        case .figure(let place): #expect(press(zone.columns.lowerBound).figure == place)
        case .pinned:
          pressed = press(zone.columns.lowerBound)
          #expect(pressed.run.key == view.pinned?.run.key)
        case .knob(let place):
          pressed = press(zone.columns.lowerBound, .wheelUp)
          let name = view.knobs.all[place].name
          let before = try #require(view.knobs.settings[name])
          if isFree {
            let stops = KnobStops(view.knobs.all[place])
            #expect(pressed.knobs.settings[name] == stops.value(1, from: before))
            #expect(pressed.knobs.chosen == place)
          } else {
            #expect(pressed.knobs.settings == view.knobs.settings)
          }
        }
      }
    }
  }

  /// A drag that leaves its track goes on with its knob while it is in its row.
  @Test func aDragBeyondTheEndsHoldsTheKnob() throws {
    var view = Scene.view()
    _ = view.draw()
    let zone = try #require(view.zones.first { if case .track = $0.target { true } else { false } })
    let row = zone.rows.lowerBound
    _ = view.press(.mouse(MouseEvent(.press(.left), row: row, column: zone.columns.lowerBound + 9)))
    _ = view.press(.mouse(MouseEvent(.drag(.left), row: row, column: 79)))
    #expect(view.value("rate") == "10")
    _ = view.press(.mouse(MouseEvent(.drag(.left), row: row, column: 0)))
    #expect(view.value("rate") == "0.001")
    for action in [MouseEvent.Action.drag(.right), .press(.middle), .release(.left)] {
      #expect(view.press(.mouse(MouseEvent(action, row: row, column: 30))) == .none)
    }
    // Off every zone, and off every screen.
    for (row, column) in [(12, 40), (500, 3), (3, 60_000)] {
      #expect(view.press(.mouse(MouseEvent(.press(.left), row: row, column: column))) == .none)
      #expect(view.press(.mouse(MouseEvent(.wheelUp, row: row, column: column))) == .none)
    }
    // While a value is typed, and over a page, the mouse turns nothing.
    let value = view.value("rate")
    let press = Key.mouse(MouseEvent(.press(.left), row: row, column: 40))
    _ = view.press(.character("="), press, .escape, .character("?"), press)
    #expect(view.value("rate") == value && view.overlay == nil)
  }
}

extension PlayZone {
  fileprivate var knob: Int? {
    switch target {
    case .knob(let place), .track(let place, _, _), .choice(let place, _): place
    case .figure, .pinned: nil
    }
  }
}

extension PlayScreen {
  /// Whether the mouse finds the pinned run in a cell.
  fileprivate func isPinned(_ row: Int, _ column: Int) -> Bool {
    zones.last { $0.contains(row: row, column: column) }?.target == .pinned
  }

  /// The row of a knob's track, in the picture drawn last.
  fileprivate func row(of knob: Int) -> Int? {
    zones.first { zone in
      if case .track(knob, _, _) = zone.target { true } else { false }
    }?.rows.lowerBound
  }
}
