import Testing

@testable import Lessons

@Suite struct FieldSetTests {
  private static func fields(_ lines: String..., faults: inout Faults) -> FieldSet {
    let all = ["---"] + lines
    return FieldSet(of: Field.read(all[1...]), owner: "owner", ownerLine: 1, faults: &faults)
  }

  @Test func placesAreThoseOfTheFile() {
    var faults = Faults(file: "f")
    var fields = Self.fields("a: 1", "", "# b: 2", "  日本 :  3 ", "  # c: 4", "d:", faults: &faults)
    let wide = fields.all("日本", &faults)
    #expect(wide.map(\.value) == ["3"])
    #expect(wide.map(\.line) == [5])
    #expect(wide.map(\.keyColumn) == [3])
    #expect(wide.map(\.column) == [9])
    #expect(fields.one("a", &faults)?.column == 4)
    #expect(fields.one("a", &faults) == nil)
    #expect(faults.list.isEmpty)
    #expect(fields.required("d", &faults) == nil)
    #expect(faults.list.map(\.text) == ["f:7:3: d has no value; write one or leave it out"])
  }

  @Test func valuesKeepTheirColons() {
    var faults = Faults(file: "f")
    var fields = Self.fields("a: b: c", "e:f", faults: &faults)
    #expect(fields.one("a", &faults)?.value == "b: c")
    #expect(fields.one("e", &faults)?.value == "f")
  }

  @Test func whatIsLeftIsReported() {
    var faults = Faults(file: "f")
    let fields = Self.fields("aa: b", "  aaa: c", faults: &faults)
    fields.finish(known: ["aaaa", "zzzz"], &faults)
    #expect(
      faults.list.map(\.text) == [
        "f:2:1: no key \"aa\" in owner; there are aaaa, zzzz",
        "f:3:3: no key \"aaa\" in owner; did you mean aaaa?",
      ])
  }

  @Test(arguments: [("1", 1), ("9", 9), ("0", nil), ("10", nil), ("x", nil), ("2.0", nil)])
  func wholeNumbersHaveARange(text: String, number: Int?) {
    var faults = Faults(file: "f")
    var fields = Self.fields("n: \(text)", faults: &faults)
    #expect(fields.whole("n", 1...9, &faults) == number)
    #expect(faults.list.count == (number == nil ? 1 : 0))
  }
}
