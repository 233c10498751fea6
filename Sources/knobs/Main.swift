import Foundation
import Shell
import Simulations

@main
struct Main {
  static func main() async {
    if let status = Program.begin() { exit(status) }
    let words = Array(CommandLine.arguments.dropFirst())
    exit(await Program.main(words, catalog: .all, workload: .smallNetwork))
  }
}
