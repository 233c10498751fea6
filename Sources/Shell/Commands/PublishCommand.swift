import Exhibits
import Experiments
import Files
import Foundation
import Lessons
import Plotting
import Screens
import Site
import Terminal

/// `knobs publish`: the course as a folder of pages.
enum PublishCommand: Command {
  static let name = "publish"
  static let summary = "write the lessons as a folder of pages that need nothing else"
  static let arguments = [Argument("DIR", .file)]

  static let discussion = [
    "The pages open from a disk, from a folder of a server or in a course system, without a network. "
      + "Every picture and number in them is of a run that was made now. Exercises stand there with "
      + "the commands that play and grade them; nothing that passes is in the files.",
    "DIR is made, or was written by knobs publish before: a folder that holds anything else is left "
      + "as it is. The same lessons give the same bytes. With --lessons, a pack of your own becomes a "
      + "site.",
  ]
  static let examples = [
    Example("knobs publish site", "the course, in the folder site"),
    Example("knobs publish site --lessons my-pack", "your own lessons"),
  ]

  static func run(_ arguments: ParsedArguments<NoOptions>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let word = arguments.words.first else {
      throw Refusal("publish where? name a folder, such as knobs publish site")
    }
    let path = context.path(word)
    var problem: Refusal?
    var opened: OwnedFolder?
    do throws(FileProblem) {
      opened = try OwnedFolder(path, manifest: Publication.manifestName) {
        Publication.files(inManifest: $0)
      }
    } catch {
      problem = Refusal(error.message)
    }
    guard let folder = opened else { throw problem ?? Refusal("cannot open \(word)") }
    let syllabus = try context.syllabus()
    guard !syllabus.lessons.isEmpty else {
      throw Refusal(
        "no lesson can be published: \(syllabus.allFaults.first?.text ?? "there is none")")
    }
    let count = syllabus.lessons.count
    let work = context.work
    let publication = await context.errorScreen.showing({
      "publishing … \($0) of \(NumberText.count(count, "lesson"))"
    }) { steps in
      await Publication(syllabus, program: Program.version, work: work) { steps.add() }
    }
    do throws(FileProblem) {
      _ = try folder.write(publication.files.map { ($0.path, $0.text) })
    } catch {
      throw Refusal(error.message)
    }
    let size = publication.files.reduce(0) { $0 + $1.text.utf8.count }
    var page = Page(context.screen)
    page.text(
      StyledText(
        "\(NumberText.count(count, "lesson")) in \(NumberText.count(publication.files.count, "file")), "
          + "\(NumberText.significant(Double(size) / 1e6, digits: 2)) MB: "
          + "\(Quoted.path(FilePath.joined(path, "index.html")))"), indent: 0)
    return Report(
      page, notes: syllabus.notes, status: syllabus.allFaults.isEmpty ? .done : .notPassed)
  }
}
