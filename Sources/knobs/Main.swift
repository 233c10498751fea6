import Foundation
import Shell
import Simulations

@main
struct Main {
  static func main() async {
    exit(await Program.main(Array(CommandLine.arguments.dropFirst()), catalog: .all))
  }
}
