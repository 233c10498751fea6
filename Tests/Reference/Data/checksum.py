"""FNV-1a (64 bits) over the bytes of the bits of 64-bit floats, lowest byte first. Python 3.11."""

import struct


def checksum(values):
    digest = 0xCBF29CE484222325
    for value in values:
        for byte in struct.pack("<d", value):
            digest = ((digest ^ byte) * 0x100000001B3) & ((1 << 64) - 1)
    return f"{digest:016x}"
