"""Transcription of RandomStream in plain Python; prints the words frozen in RandomStreamTests.

Python 3.11. Usage: python random_stream.py
"""

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def rotate(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def stream(seed, name, index=0):
    digest = 0xCBF29CE484222325
    for byte in name.encode():
        digest = ((digest ^ byte) * 0x100000001B3) & MASK
    key = mix((seed + GAMMA) & MASK)
    key = mix(((key ^ digest) + GAMMA) & MASK)
    key = mix(((key ^ (index & MASK)) + GAMMA) & MASK)
    s = [mix((key + GAMMA * (k + 1)) & MASK) for k in range(4)]
    while True:
        yield (rotate((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)


if __name__ == "__main__":
    words = stream(1, "data", 2)
    print(", ".join(str(next(words)) for _ in range(3)))
