import Experiments
import Lessons
import Simulations
import TestKit
import Testing
import ToyCourse

@testable import Site

/// A course as a folder of pages.
@Suite struct PublicationTests {
  private static func publication(_ work: Int = 1 << 40) async throws -> Publication {
    let syllabus = try Syllabus.opening([ToyCourse.lessons], catalog: ToyCourse.catalog)
    return await Publication(syllabus.reading(), program: "1.2.3", work: work)
  }

  /// The values of an attribute, wherever it stands.
  private static func values(of attribute: String, in text: String) -> [String] {
    text.split(separator: " \(attribute)=\"").dropFirst().compactMap {
      $0.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first.map(
        String.init)
    }
  }

  @Test func everyPageIsWholeAndRefersToWhatIsThere() async throws {
    let publication = try await Self.publication()
    let paths = Set(publication.files.map(\.path))
    #expect(
      paths == [
        "index.html", "slides.html", "tosses.html", "assets/site.css", "assets/theme.js",
        "knobs.json",
      ])
    for page in publication.files where page.path.hasSuffix(".html") {
      let ids = Self.values(of: "id", in: page.text)
      #expect(Set(ids).count == ids.count, "\(page.path)")
      for reference in Self.values(of: "aria-labelledby", in: page.text) {
        for id in reference.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
      }
      for address in Self.values(of: "href", in: page.text) + Self.values(of: "src", in: page.text)
      {
        if address.hasPrefix("#") {
          #expect(ids.contains(String(address.dropFirst())), "\(page.path) \(address)")
        } else if !address.hasPrefix("http") {
          #expect(paths.contains(address), "\(page.path) \(address)")
        }
      }
      // The policy of the page refuses inline scripts and styles.
      #expect(!page.text.contains("<style") && !page.text.contains(" style="))
      #expect(page.text.split(separator: "<script").count == 2)
      #expect(page.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    }
  }

  @Test func aLessonSaysWhatTheTerminalSays() async throws {
    let pages = try await Self.publication().files
    let lesson = try #require(pages.first { $0.path == "slides.html" }?.text)
    for words in [
      "<h1 id=\"slides-how-hard-to-push\">", "<svg viewBox", "knobs run slide",
      "knobs play slides/get-down",
      "knobs check slides/get-down --rate …", "What the run says", "<th scope=\"row\">height</th>",
    ] {
      #expect(lesson.contains(words), "\(words)")
    }
    let contents = try #require(pages.first { $0.path == "index.html" }?.text)
    #expect(contents.contains("<a href=\"slides.html\">"))
  }

  @Test func theSameLessonsGiveTheSameBytes() async throws {
    let (one, two) = (try await Self.publication(), try await Self.publication())
    #expect(one.files == two.files)
    let manifest = try #require(one.files.last)
    #expect(manifest.path == "knobs.json")
    #expect(
      Publication.files(inManifest: manifest.text) == Set(one.files.dropLast().map(\.path)))
    for garbage in ["", "[]", "{", "{\"files\":3}", "\u{0}"] {
      #expect(Publication.files(inManifest: garbage).isEmpty)
    }
  }

  @Test func runsWithoutWorkAreNotMade() async throws {
    let pages = try await Self.publication(1).files
    let lesson = try #require(pages.first { $0.path == "slides.html" }?.text)
    #expect(lesson.contains("Not run: "))
  }
}
