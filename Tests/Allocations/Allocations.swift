#if canImport(Glibc)
  import Glibc
  import Synchronization

  /// Counts every block of memory that the process asks for, and the bytes that it holds.
  ///
  /// The linker puts the functions below in place of the C library's, see `Package.swift`: a
  /// program's own definition comes first for every library that it loads, the Swift runtime included.
  /// Other libraries see them because they are not internal. A block that is given back at once
  /// counts like any other.
  enum Allocations {
    private static let blocks = Atomic(0)
    private static let held = Atomic(0)
    private static let most = Atomic(0)

    /// How many blocks were asked for.
    static var count: Int { blocks.load(ordering: .relaxed) }

    /// The most bytes that were held at once while something was done, beyond those before it.
    static func peak(during work: () -> Void) -> Int {
      let before = held.load(ordering: .relaxed)
      most.store(before, ordering: .relaxed)
      work()
      return most.load(ordering: .relaxed) - before
    }

    fileprivate static func take(_ block: UnsafeMutableRawPointer?) {
      blocks.wrappingAdd(1, ordering: .relaxed)
      let now = held.wrappingAdd(sizeOf(block), ordering: .relaxed).newValue
      most.max(now, ordering: .relaxed)
    }

    fileprivate static func giveBack(_ block: UnsafeMutableRawPointer?) {
      held.wrappingSubtract(sizeOf(block), ordering: .relaxed)
    }
  }

  /// The bytes of a block; none of no block.
  @_silgen_name("malloc_usable_size")
  private func sizeOf(_ block: UnsafeMutableRawPointer?) -> Int

  @_silgen_name("__libc_malloc")
  private func libraryMalloc(_ size: Int) -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_calloc")
  private func libraryCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_realloc")
  private func libraryRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int)
    -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_free")
  private func libraryFree(_ block: UnsafeMutableRawPointer?)
  @_silgen_name("__libc_memalign")
  private func libraryAligned(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?

  /// A block of this many bytes.
  @_cdecl("counted_malloc")
  package func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    let block = libraryMalloc(size)
    Allocations.take(block)
    return block
  }

  /// Zeros.
  @_cdecl("counted_calloc")
  package func countedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    let block = libraryCalloc(count, size)
    Allocations.take(block)
    return block
  }

  /// A block grown or shrunk, moved if need be.
  @_cdecl("counted_realloc")
  package func countedRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int)
    -> UnsafeMutableRawPointer?
  {
    Allocations.giveBack(block)
    let block = libraryRealloc(block, size)
    Allocations.take(block)
    return block
  }

  /// A block at a multiple of the alignment; 0 where there is one.
  @_cdecl("counted_posix_memalign")
  package func countedAlignedBlock(
    _ block: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
  ) -> Int32 {
    guard let memory = libraryAligned(alignment, size) else { return ENOMEM }
    Allocations.take(memory)
    block.pointee = memory
    return 0
  }

  /// Gives a block back.
  @_cdecl("counted_free")
  package func countedFree(_ block: UnsafeMutableRawPointer?) {
    Allocations.giveBack(block)
    libraryFree(block)
  }
#endif
