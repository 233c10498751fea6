import Testing

@testable import Lessons

@Suite struct LessonNameTests {
  @Test(
    arguments: [
      "a", "learning-rate", "a1-2b", "0", String(repeating: "a", count: 64),
    ])
  func names(name: String) { #expect(LessonName.isValid(name)) }

  @Test(
    arguments: [
      "", "-", "a-", "-a", "a--b", "A", "é", "a b", "a/b", "..", "a_b", "１", "a\n", "a\0",
      String(repeating: "a", count: 65),
    ])
  func others(name: String) { #expect(!LessonName.isValid(name)) }

  @Test(
    arguments: [
      ("01-a.md", 1, "a"), ("5-weight-decay.md", 5, "weight-decay"), ("0099-x-1.md", 99, "x-1"),
      ("00-a.md", 0, "a"),
    ])
  func fileNames(file: String, number: Int, name: String) throws {
    let split = try #require(LessonName.split(fileName: file))
    #expect(split.number == number)
    #expect(split.name == name)
  }

  @Test(
    arguments: [
      "a.md", "01.md", "01-.md", "01-A.md", "-a.md", "01_a.md", "01-a.txt", "01-a.MD", "00001-a.md",
      "+1-a.md", "１-a.md", "01-a", ".md", "", "01- a.md", "1e1-a.md",
    ])
  func otherFileNames(file: String) { #expect(LessonName.split(fileName: file) == nil) }
}
