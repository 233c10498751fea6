/// Elementary functions that give the same bits on every machine and at every optimization level.
///
/// Nothing here calls the C mathematics library, whose results differ between systems. Every
/// function exists for one `Double` and for eight at a time; both run the same generic algorithm,
/// so a lane always holds the bits of the scalar result. Only additions, subtractions,
/// multiplications, divisions and bit operations in a fixed order are used, never a fused
/// multiply-add. Errors are stated in ulp of the correctly rounded result: the largest over four
/// million arguments a function, spread over all ranges, by `Tests/Reference/ulp.py`. The tests keep
/// 400 arguments each from `Tests/Reference/elementary.py`.
public enum Elementary {}
