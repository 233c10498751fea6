import Testing

@testable import Authoring

@Suite struct ProseNumberTests {
  @Test(
    arguments: [
      ("", []), ("1,000 and 1,00", [1000, 1, 0]), ("−0.9, 3.", [0.9, 3]),
      ("1e-6 2E+3 4e", [1e-6, 2000]),
      ("0.95² w2 2D 300th CIFAR-10 x.5", [0.95]), ("5 %, 6%", [5, 6]), ("1/3 (7)", [1, 3, 7]),
      ("1e999", []), ("1.2.3", [1.2]),
    ] as [(String, [Double])])
  func values(_ text: String, _ values: [Double]) {
    #expect(ProseNumber.all(in: text).map(\.value) == values)
  }

  @Test func placesAreThoseOfTheText() {
    let text = "é 1.5 (−20 %), w2 and 👩‍👩‍👧 300"
    let found = ProseNumber.all(in: text).map { number in
      String(
        decoding: text.utf8.dropFirst(number.offset).prefix(number.text.utf8.count), as: UTF8.self)
    }
    #expect(found == ["1.5", "20", "300"])
  }

  @Test func plainOnes() {
    let numbers = ProseNumber.all(in: "9 of 10 in 2017, section 5.3, 7 % and 1.5 (page 300)")
    #expect(numbers.map(\.isPlain) == [true, false, true, true, false, false, true])
  }
}
