import Exhibits
import Experiments
import Plotting
import Terminal

extension Sweep: ScreenExhibit {
  /// The figure, where it is lowest and highest, the table if there is one, and what to type next.
  package func set(on page: inout Page) {
    page.heading(heading, details)
    page.blank()
    page.figure(figure)
    page.blank()
    page.text(StyledText(NumberText.separated(remark)))
    page.blank()
    if !tableRows.isEmpty {
      page.table(
        TextTable(
          tableHeader.map { .init(StyledText($0), .trailing) },
          rows: tableRows.map { row in row.map { StyledText(NumberText.separated($0)) } }))
      page.blank()
    }
    page.next(next)
  }
}

extension Throughput: ScreenExhibit {
  /// Measured speeds beside the model's, and what to type next.
  package func set(on page: inout Page) {
    page.heading("throughput", details)
    page.blank()
    var table = TextTable([
      .init("batch size", .trailing), .init("updates a second", .trailing),
      .init("samples a second", .trailing), .init("by the model", .trailing),
    ])
    for point in points {
      table.append([
        StyledText("\(point.batchSize)"),
        StyledText(NumberText.grouped(point.updatesPerSecond)),
        StyledText(NumberText.grouped(point.samplesPerSecond), .bold),
        StyledText(model.map { NumberText.grouped($0.samplesPerSecond(point.batchSize)) } ?? ""),
      ])
    }
    page.table(table)
    page.blank()
    page.figure(figure)
    page.blank()
    if let sentence { page.text(StyledText(sentence)) }
    page.blank()
    page.next(next)
  }
}
