import Experiments
import Plotting
import Screens
import Terminal

extension PlayScreen {
  /// Where the exercise passes, for one who has passed it; nil where that is not known.
  var mapPage: Page? {
    guard let exercise = subject.exercise, let map else { return nil }
    var page = Page(screen)
    page.heading(exercise.id, ["where it passes"])
    page.blank()
    if let grid = grid(of: map) {
      page.block(grid)
      page.blank()
    }
    for extent in map.extents {
      let words = extent.values.map(\.text)
      let text =
        extent.range == nil || words.count < 2
        ? words.joined(separator: ", ") : "\(words[0]) … \(words[words.count - 1])"
      let now = exercise.choices.first { $0.name == extent.knob }.map(knobs.value)?.text ?? ""
      page.text(
        StyledText(extent.knob, .accent) + StyledText(" \(text) passes")
          + StyledText("; it stands at \(now)", .muted), hanging: 2)
    }
    page.blank()
    let others =
      map.extents.count > 1
      ? "Each with the other knobs at a setting in the middle of what passes. " : ""
    page.text(
      StyledText(
        others + "Found by trying a grid of settings"
          + (exercise.usesChance ? " on a few seeds each; a grade takes more." : "."), .muted))
    return page
  }

  /// Why there is no map.
  var whyNoMap: String {
    if subject.exercise == nil { return "nothing is asked here, so nothing passes" }
    if isSearching { return "what passes is being searched" }
    return graded?.isPassed ?? false
      ? "the search found nothing to show" : "what passes is shown once it is passed"
  }

  /// The cells of a grid over two knobs, and where the knobs stand; nil of any other number of knobs.
  private func grid(of map: PassMap) -> [StyledText]? {
    guard let rows = map.rows, map.extents.count == 2, let exercise = subject.exercise,
      let first = exercise.choices.first, let second = exercise.choices.dropFirst().first,
      let count = rows.first?.passes.count
    else { return nil }
    let (passes, fails) = screen.usesUnicode ? ("═", "·") : ("=", ".")
    let here = screen.usesUnicode ? "●" : "*"
    let labels = rows.map(\.value.text)
    let width = max(labels.map(\.count).max() ?? 0, 4)
    // Every cell is as many columns wide as there is room for, so that the map is not a strip.
    let cell = min(max(1, (min(screen.width, 80) - width - 6) / max(count, 1)), 4)
    let row = nearest(second, among: rows.map(\.value))
    let column = nearest(first, among: map.columns)
    var lines = [StyledText("  \(second.name)", .accent)]
    for (place, line) in rows.enumerated() {
      var text = StyledText(labels[place], .muted).padded(to: width, alignment: .trailing)
      text.append("  ")
      for (at, isPassing) in line.passes.enumerated() {
        let isHere = place == row && at == column
        let mark = isHere ? here : isPassing ? passes : fails
        let style = isHere ? Style(.accent, bold: true) : isPassing ? .good : .muted
        let fill = isPassing ? passes : " "
        text.append(mark, style)
        text.append(String(repeating: fill, count: cell - 1), isPassing ? .good : .muted)
      }
      lines.append(StyledText("  ") + text)
    }
    let ends = [map.columns.first?.text ?? "", map.columns.last?.text ?? ""]
    let room = max(1, count * cell - ends[0].count - ends[1].count)
    lines.append(
      StyledText.spaces(width + 4) + StyledText(ends[0], .muted) + .spaces(room)
        + StyledText(ends[1], .muted) + StyledText("  \(first.name)", .accent))
    return lines.map { $0.adapted(to: screen) }
  }

  /// The place of the value nearest to that of a knob, on the knob's scale.
  private func nearest(_ knob: any AnyKnob, among values: [SettingValue]) -> Int? {
    let value = knobs.value(knob)
    if let place = values.firstIndex(of: value) { return place }
    guard let bounds = knob.domain.bounds else { return nil }
    let scale = Scale(knob.domain.scale, bounds)
    func place(_ value: SettingValue) -> Double { value.number.flatMap(scale.position) ?? 0 }
    return values.indices.min {
      abs(place(values[$0]) - place(value)) < abs(place(values[$1]) - place(value))
    }
  }
}
