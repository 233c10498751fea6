import Markdown

extension DocumentHTML {
  /// A text of Markdown as CommonMark's own program writes it.
  ///
  /// Raw HTML stands in it as it is, so this is for comparing and for nothing else.
  package static func scored(_ markdown: String) -> String {
    DocumentHTML(form: .scored).blocks(Document(markdown, extensions: []).blocks).source
  }
}

extension HTML {
  /// An element as CommonMark's own program writes it.
  static func scored(
    _ name: String, _ attributes: [(String, String?)], _ content: HTML
  ) -> HTML {
    var open = name
    for case (let key, let value?) in attributes { open += " \(key)=\"\(escaped(value))\"" }
    let isVoid = ["br", "hr", "img"].contains(name)
    return .made(isVoid ? "<\(open) />" : "<\(open)>\(content.source)</\(name)>")
  }
}
