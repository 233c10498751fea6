"""The first seeds frozen in SeedKeyTests, by Python's hashlib. Usage: python seeds.py"""

import hashlib

key = bytes(range(32))
for exercise, attempt in (
    ("toy/e", 1), ("toy/e", 2), ("learning-rate/reach-the-floor", 1), ("a:b/é", 1_000_000_000),
):
    message = key + exercise.encode() + b"\0" + str(attempt).encode()
    bits = int.from_bytes(hashlib.sha256(message).digest()[:8], "big")
    print(exercise, attempt, 1 << 63 | bits & (1 << 62) - 1)
