import Testing

@testable import Markdown

/// What is left of raw HTML for a reader.
@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("<!-- a -->", "", false), ("a <!-- b --> c", "a  c", false), ("<b>", "<b>", false),
    ("<!-- a\nb -->\nc", "\nc", false), ("<!-- a", "", true), ("<!-->a", "a", false),
    ("<!--->a", "a", false), ("<?php a ?>b", "b", false), ("<!DOCTYPE html>b", "b", false),
    ("<![CDATA[a]]>b", "b", false), ("<!a", "", true), ("<! a>", "<! a>", false),
    ("<div>\n<!-- a -->\n</div>", "<div>\n\n</div>", false), ("<!-- a --><!-- b", "", true),
    ("<!-- <b> -->c", "c", false), ("a --> b", "a --> b", false), ("é<!-- é -->é", "éé", false),
  ])
  func isShown(_ text: String, _ shown: String, _ isUnended: Bool) {
    #expect(RawHTML(text).shown == shown && RawHTML(text).isUnended == isUnended)
  }

  @Test(arguments: [
    ("<!-- a -->", true), ("<!-- a\n\nb -->", true), ("<!-- a --> b", false), ("<?a?>", true),
    ("<div>", false), ("a", false), ("<!-- a", true), ("<!DOCTYPE html>", true),
  ])
  func aBlockShowsNothing(_ text: String, _ isNothing: Bool) {
    #expect(Document(text).blocks.map(\.showsNothing) == [isNothing])
  }
}
