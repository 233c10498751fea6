import Foundation

@main
struct Main {
  static func main() async {
    exit(await Bench.main(Array(CommandLine.arguments.dropFirst())))
  }
}
