/// Prints how many blocks of memory training runs take, for `AllocationTests`.
///
/// A line each: updates and blocks of a short run, updates and blocks of one ten times as long, and
/// what was trained.
@main
enum Main {
  static func main() {
    #if canImport(Glibc)
      for training in Training.all {
        // What is taken once in a process is taken here.
        _ = training.run(5)
        let counts = [5, 50].flatMap { epochs in
          let before = Allocations.count
          let updates = training.run(epochs)
          return [updates, Allocations.count - before]
        }
        print(counts.map(String.init).joined(separator: " "), training.name)
      }
    #endif
  }
}
