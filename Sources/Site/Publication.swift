import Exhibits
import Experiments
import Files
import Foundation
import Lessons
import Markdown
import Numerics
import Plotting
import Tuning

/// A course as the files of a folder of pages.
package struct Publication: Sendable {
  /// A file: its path in the folder, and its text.
  package struct File: Sendable, Hashable {
    package let path: String
    package let text: String
  }

  /// All files in order, the manifest last.
  package let files: [File]

  /// Makes the pages of all sound lessons, every run made.
  ///
  /// - Parameters:
  ///   - program: the version of the program.
  ///   - work: the multiply-adds that the runs of one lesson may take.
  ///   - done: called behind every lesson.
  package init(
    _ syllabus: Syllabus, program: String, work: Int = Limits.work,
    done: @Sendable () -> Void = {}
  ) async {
    let pack = syllabus.packs.first
    let title = pack.map { $0.title ?? $0.name } ?? "Knobs"
    let language = pack?.language ?? "en"
    let lessons = syllabus.lessons
    let names = lessons.map { Self.fileName($0.name) }
    func page(_ name: String, _ heading: String, _ content: HTML, _ contents: HTML?) -> File {
      let page = SitePage(
        name: name, title: heading, language: language, site: title, content: content,
        contents: contents, program: program)
      return File(path: name, text: page.source)
    }
    var files = [
      page(
        SiteFile.index, title, Self.index(of: syllabus, title: title, lessons, names), nil)
    ]
    let pages = syllabus.entries.filter(\.isSound).map { entry in
      (FilePath.lastName(of: entry.file), Self.fileName(entry.lesson.name))
    }
    let byFile = Dictionary(pages, uniquingKeysWith: { first, _ in first })
    for (place, lesson) in lessons.enumerated() {
      let content = await LessonPage(lesson: lesson, work: work, files: byFile).content()
      let steps = Self.steps(at: place, lessons, names)
      files.append(
        page(
          names[place], lesson.title, content + steps, Self.contents(of: lesson)))
      done()
    }
    files.append(File(path: SiteFile.style, text: SiteStyle.text))
    files.append(File(path: SiteFile.theme, text: SiteFile.themeScript))
    files.append(
      File(
        path: SiteFile.manifest,
        text: Self.manifest(files, program: program, packs: syllabus.packs)))
    self.files = files
  }

  /// The name of a lesson's page; a colon, which parts a pack's name from the lesson's, is a hyphen.
  static func fileName(_ lesson: String) -> String {
    lesson.replacing(":", with: "-") + ".html"
  }

  /// The contents of the course.
  private static func index(
    of syllabus: Syllabus, title: String, _ lessons: [Lesson], _ names: [String]
  ) -> HTML {
    var html = HTML("h1", [], HTML(text: title))
    if let pack = syllabus.packs.first {
      html += DocumentHTML().blocks(Document(pack.description).blocks)
      if let author = pack.author {
        html += HTML("p", [("class", "soft")], HTML(text: "By \(author)."))
      }
    }
    var part: String?
    var items: [HTML] = []
    func end() {
      if !items.isEmpty { html += HTML("ol", [("class", "lessons")], items.joined("\n")) }
      items = []
    }
    for (place, lesson) in lessons.enumerated() {
      if let next = lesson.part, next != part {
        end()
        part = next
        html += HTML("h2", [("id", "k-part-\(place + 1)")], HTML(text: next))
      }
      items.append(
        HTML(
          "li", [("value", String(place + 1))],
          HTML("a", [("href", names[place])], HTML(text: lesson.title))
            + HTML(
              "span", [("class", "soft")],
              HTML(text: " \(lesson.summary) \(NumberText.count(lesson.minutes, "minute"))."))))
    }
    end()
    return html
  }

  /// The sections of a lesson, as links.
  private static func contents(of lesson: Lesson) -> HTML? {
    guard lesson.sections.count > 1 else { return nil }
    let items = zip(lesson.sections, lesson.sectionNames).map { section, name in
      HTML("li", [], HTML("a", [("href", "#\(name)")], HTML(text: section.title)))
    }
    return HTML(
      "nav", [("class", "contents"), ("aria-labelledby", "k-contents")],
      HTML("h2", [("id", "k-contents")], HTML(text: "In this lesson"))
        + HTML("ol", [], items.joined("\n")))
  }

  /// The lessons before and after one.
  private static func steps(at place: Int, _ lessons: [Lesson], _ names: [String]) -> HTML {
    func link(_ other: Int, _ word: String) -> HTML {
      guard lessons.indices.contains(other) else { return HTML() }
      return HTML(
        "a", [("href", names[other])], HTML(text: "\(word): \(lessons[other].title)"))
    }
    let links = [link(place - 1, "Previous"), link(place + 1, "Next")].filter { !$0.source.isEmpty }
    guard !links.isEmpty else { return HTML() }
    return HTML(
      "nav", [("class", "steps"), ("aria-label", "Lessons before and after")], links.joined(" "))
  }

  /// The file that lists all others.
  package static var manifestName: String { SiteFile.manifest }

  /// The files that a manifest names; none where it is none.
  package static func files(inManifest text: String?) -> Set<String> {
    struct Named: Decodable { let files: [String: String] }
    guard let text, let named = try? JSONDecoder().decode(Named.self, from: Data(text.utf8)) else {
      return []
    }
    return Set(named.files.keys)
  }

  /// What the folder holds, by which the next publication knows that it may be written over.
  private struct Manifest: Encodable {
    let program: String
    let packs: [String]
    let files: [String: String]
  }

  private static func manifest(_ files: [File], program: String, packs: [Pack]) -> String {
    let digests = files.map { file in
      (file.path, Digest(of: file.text.utf8).text)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let manifest = Manifest(
      program: program, packs: packs.map(\.name),
      files: Dictionary(digests, uniquingKeysWith: { first, _ in first }))
    // A manifest of texts can always be written.
    let data = (try? encoder.encode(manifest)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
