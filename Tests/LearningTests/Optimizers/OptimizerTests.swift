import Foundation
import Learning
import Numerics
import Testing

@Suite struct OptimizerTests {
  /// Every optimizer by its name, and each way of composing one.
  static let rules: [(name: String, rule: any Optimizer)] =
    OptimizerKind.all.map { ($0.name, $0.make()) } + [
      ("clipped", Clipped(Adam(), to: .norm(0.5))),
      ("clipped value", Clipped(Momentum(), to: .value(0.1))),
      ("coupled", Penalized(Adam(), .squares(0.1))),
      ("absolute", Penalized(RMSprop(), .absolute(0.1))),
      ("decoupled", Decayed(Momentum(), by: 0.1)),
    ]

  static func rule(_ name: String) throws -> any Optimizer {
    try #require(rules.first { $0.name == name }).rule
  }

  static func normals(_ count: Int, _ name: String) -> [Double] {
    var stream = RandomStream(seed: 5, name)
    return (0..<count).map { _ in stream.normal() }
  }

  /// The parameters after each of 30 steps on random gradients.
  static func run(_ rule: any Optimizer, order: [Int]) -> [[Double]] {
    let count = order.count
    let start = normals(count, "start")
    let gradients = (0..<30).map { normals(count, "gradients \($0)") }
    let rates = (0..<30).map { 0.1 / Double(1 + $0) }
    return OptimizerFixture.run(
      rule, order.map { start[$0] }, gradients.map { row in order.map { row[$0] } }, rates)
  }

  @Test(arguments: OptimizerKind.all.map(\.name))
  func withoutGradientsNothingMoves(name: String) throws {
    let start = Self.normals(11, "start")
    let zeros = Array(repeating: Array(repeating: 0.0, count: 11), count: 20)
    let rates = Array(repeating: 0.1, count: 20)
    let end = OptimizerFixture.run(try Self.rule(name), start, zeros, rates).last
    let factor = name == "adamw" ? (0..<20).reduce(1.0) { p, _ in p * (1 - 0.1 * 0.01) } : 1
    for (a, b) in zip(start, try #require(end)) { #expect(abs(a * factor - b) <= 1e-15 * abs(a)) }
  }

  /// Blocks of eight and the rest are treated alike, whatever stands where.
  ///
  /// A norm is a sum, whose rounding depends on the order.
  @Test(arguments: rules.map(\.name), [1, 7, 8, 9, 16, 27])
  func permutingParametersPermutesResults(name: String, count: Int) throws {
    var stream = RandomStream(seed: 6, "order", count)
    let order = stream.permutation(count)
    let plain = try #require(Self.run(try Self.rule(name), order: Array(0..<count)).last)
    let mixed = try #require(Self.run(try Self.rule(name), order: order).last)
    let finite = plain.filter(\.isFinite)
    #expect(finite.count == count)
    for (position, index) in order.enumerated() {
      let tolerance = name == "clipped" ? 1e-12 : 0
      #expect(abs(mixed[position] - plain[index]) <= tolerance * abs(plain[index]))
    }
  }

  /// A copy goes on by itself.
  @Test(arguments: rules.map(\.name))
  func optimizersAreValues(name: String) throws {
    func check<Rule: Optimizer>(_ rule: Rule) {
      var (first, parameters) = (rule, [1.0, 2, 3])
      func move(_ rule: inout Rule, _ gradient: Double, _ parameters: inout [Double]) {
        var span = parameters.mutableSpan
        let gradients = Array(repeating: gradient, count: 3)
        rule.step(parameters: &span, gradients: gradients.span, rate: 0.1)
      }
      move(&first, 1, &parameters)
      var (second, other) = (first, parameters)
      move(&second, -5, &other)
      var (third, again) = (first, parameters)
      move(&third, -5, &again)
      #expect(other == again)
    }
    check(try Self.rule(name))
  }

  @Test func whatIsNotANumberIsSeen() throws {
    for (name, rule) in Self.rules {
      let end = OptimizerFixture.run(rule, [1, 1], [[.nan, 1], [1, 1]], [0.1, 0.1])
      #expect(end[1][0].isNaN, "\(name)")
    }
  }

  /// Numbers a parameter needs, and bytes with itself and its gradient, as `Float32` and `Double`.
  @Test func memory() {
    let expected: [(any Optimizer.Type, Int, Int)] = [
      (GradientDescent.self, 0, 8), (Momentum.self, 1, 12), (Nesterov.self, 1, 12),
      (Adagrad.self, 1, 12), (RMSprop.self, 1, 12), (Adam.self, 2, 16), (AMSGrad.self, 3, 20),
      (AdamW.self, 2, 16), (Decayed<Momentum>.self, 1, 12), (Penalized<Adam>.self, 3, 20),
      (Clipped<Penalized<Adam>>.self, 4, 24),
    ]
    for (rule, state, bytes) in expected {
      #expect(rule.statePerParameter == state)
      #expect(rule.bytesPerParameter(bytesPerNumber: 4) == bytes)
      #expect(rule.bytesPerParameter() == 2 * bytes)
    }
  }

  /// Every file that declares an optimizer is made by an entry of the table or is a wrapper.
  @Test func theTableNamesEveryFile() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Learning/Optimizers")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let declared = try files.filter {
      let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      return text.contains(/struct \w+: Optimizer \{/)
    }
    let made = OptimizerKind.all.map { "\(type(of: $0.make())).swift" }
    #expect(!declared.isEmpty && Set(declared) == Set(made))
    let names = Set(OptimizerKind.all.map(\.name))
    #expect(names.count == OptimizerKind.all.count)
  }
}
