import Learning

/// FNV-1a over the bits of numbers, lowest byte first: `Tests/Reference/Data/checksum.py`.
func checksum(_ numbers: [Double]) -> UInt64 {
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  for number in numbers {
    for shift in stride(from: 0, to: 64, by: 8) {
      let byte = (number.bitPattern >> UInt64(shift)) & 0xff
      digest = (digest ^ byte) &* 0x0000_0100_0000_01b3
    }
  }
  return digest
}

/// The checksum of features and targets, row by row.
func checksum(_ data: Dataset) -> UInt64 {
  var numbers: [Double] = []
  for row in 0..<data.rows {
    numbers += data.features[row * data.columns..<(row + 1) * data.columns]
    numbers += data.targets[row * data.outputs..<(row + 1) * data.outputs]
  }
  return checksum(numbers)
}
