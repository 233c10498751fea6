import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG document as an XML parser reads it.
final class Parsed: NSObject, XMLParserDelegate {
  struct Node {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var nodes: [Node] = []
  private var open: [Int] = []

  /// Reads a document; fails the test where it is not well-formed.
  init(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(String(describing: parser.parserError))", sourceLocation: location)
  }

  func named(_ name: String) -> [Node] { nodes.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(nodes.count)
    nodes.append(Node(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { nodes[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
