import Foundation
import Site

/// Writes HTML as CommonMark's own program does, for `Tests/Reference/commonmark.py`.
///
/// `commonmark` reads texts of Markdown, each a JSON string on a line, and answers with one of HTML for each.
@main
enum Main {
  static func main() throws {
    while let line = readLine() {
      let markdown = try JSONDecoder().decode(String.self, from: Data(line.utf8))
      let answer = try JSONEncoder().encode(DocumentHTML.scored(markdown))
      FileHandle.standardOutput.write(answer + Data("\n".utf8))
    }
  }
}
