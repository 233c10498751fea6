import Exhibits
import Experiments
import Plotting
import Screens
import Terminal

extension PlayScreen {
  /// The figures to draw of a kind, the pinned run's in the same picture where their form allows it, and
  /// as far as the training has come that is watched.
  ///
  /// - Parameter alone: whether there is room for one picture only, which then is that of now.
  func drawings(of kind: FigureKind, alone: Bool) -> [Figure] {
    guard let played else { return [] }
    var runs = [played.labelled("now")]
    if let pinned, pinned.run.key != played.run.key { runs.append(pinned.labelled("pinned")) }
    let figures = Overlay.figures(of: runs, named: [kind.name])
    guard alone, runs.count > 1, let first = figures.first else { return figures }
    // Pictures that cannot be laid over each other, or have a line of theory, are those of now.
    let isLaid = first.form.meaning.runs == .overlaid && figures.count == 1
    return isLaid ? figures : played.outcome.figures.filter { $0.name == kind.name }
  }

  /// A figure in so many rows at most.
  ///
  /// - Parameter slot: what tells it from others on the screen.
  mutating func chart(
    _ figure: Figure, in slot: String, width: Int, rows: Int, hasTitle: Bool
  ) -> [StyledText] {
    guard rows > 2 else { return [] }
    var figure = figure
    if !hasTitle { figure.title = "" }
    let key = "\(slot) \(width) \(figure.series.count)"
    var height = max(3, rows - (overheads[key] ?? 4))
    var lines: [StyledText] = []
    for attempt in 0..<3 {
      let ticks = max(height / 2, 2)
      let held = axes.held(figure, in: slot, ticks: ticks)
      let shown = moment(in: held).map { held.revealed(upTo: $0, ticks: ticks) } ?? held
      lines = Chart.lines(
        of: shown, width: width, height: height, for: screen)
      let over = lines.count - rows
      overheads[key] = lines.count - height
      // What stays low is left so: a heat map has rows of one height.
      guard over > 0 && height > 3 || over < 0 && attempt == 0 else { break }
      height = max(3, height - over)
    }
    if lines.count > rows { lines = Array(lines.prefix(rows)) }
    return isLate && !isCurrent ? lines.map { $0.styled(.muted) } : lines
  }

  /// How far a figure is drawn while the training is watched; nil for all of it.
  private func moment(in figure: Figure) -> Double? {
    guard case .reveal(let figures, _) = film?.kind, figures.contains(figure.name) else {
      return nil
    }
    return film?.moment
  }

  /// What stands in the place of a picture that there is none of.
  func noPicture(of kind: FigureKind, width: Int) -> [StyledText] {
    let reason =
      played == nil ? "running …" : "no figure \(kind.name) at these settings: \(kind.summary)"
    return StyledText(reason, .muted).wrapped(for: screen, width: width)
  }
}

extension StyledText {
  /// The text as lines of so many columns, in characters that a screen can show.
  func wrapped(for screen: Screen, width: Int) -> [StyledText] {
    adapted(to: screen).wrapped(width: max(1, width))
  }
}
