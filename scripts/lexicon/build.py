#!/usr/bin/env python3
"""Builds src/text/data/words.bin: the general English of the lexicon, front-coded.

    scripts/lexicon/build.py --scowl /usr/share/dict/scowl --counts frequency_dictionary_en_82_765.txt

Inputs, both offline files (see src/text/data/README.md for their licences):
  --scowl    the folder of Debian's package `scowl`: which words there are, British and American
  --counts   the word counts that the PyPI package `symspellpy` carries (Google Books Ngrams joined with SCOWL)

Kept are the --words most frequent words up to SCOWL's level 60, and for each the spelling of the other side of the
Atlantic. Short words make most false friends of misread ones: those of two and three letters must be of the lowest
levels. The output: the number of words (u32, little endian); two bits a word, four words a byte, with its class of
frequency; and the words in order, each as a byte 128 + the letters dropped from the end of the word before, then the
letters that follow. Standard library only; the same inputs give the same bytes.
"""
import argparse, pathlib, re, struct

LISTS = ("english-words", "american-words", "british-words", "british_z-words")
# Words rank..: class 0 up to the first bound, then 1, 2, 3.
BOUNDS = (1_000, 5_000, 14_000)
LEVEL_MAX = {1: 10, 2: 20, 3: 35}
# The same word on both sides of the Atlantic: ending in one, ending in the other.
PARTNERS = [("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("isation", "ization"),
            ("isations", "izations"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"),
            ("tre", "ter"), ("tres", "ters"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("llers", "lers"),
            ("ence", "ense"), ("ences", "enses"), ("ogue", "og"), ("ogues", "ogs"), ("ysed", "yzed"), ("yse", "yze"),
            ("ysing", "yzing"), ("ourable", "orable"), ("isational", "izational"), ("iser", "izer"), ("isers", "izers")]


def levels(folder):
    found = {}
    for path in sorted(folder.iterdir()):
        name, _, level = path.name.partition(".")
        if name in LISTS and int(level) <= 60:
            for word in path.read_text(encoding="latin-1").split():
                if re.fullmatch("[a-z]+", word):
                    found[word] = min(found.get(word, 99), int(level))
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--scowl", required=True, type=pathlib.Path)
    ap.add_argument("--counts", required=True, type=pathlib.Path)
    ap.add_argument("--words", type=int, default=30_000)
    ap.add_argument("--out", type=pathlib.Path,
                    default=pathlib.Path(__file__).parents[2] / "src/text/data/words.bin")
    args = ap.parse_args()
    level = {w: n for w, n in levels(args.scowl).items() if n <= LEVEL_MAX.get(len(w), 60)}
    counts = {}
    for line in args.counts.read_text(encoding="utf-8-sig").splitlines():
        word, _, count = line.partition(" ")
        counts[word] = int(count)
    ranked = sorted((w for w in level if w in counts), key=lambda w: (-counts[w], w))
    rank = {w: i for i, w in enumerate(ranked[: args.words])}
    for word in list(rank):
        for one, other in PARTNERS:
            for here, there in ((one, other), (other, one)):
                partner = word.removesuffix(here) + there
                if word.endswith(here) and partner in level:
                    rank.setdefault(partner, args.words)
    words = sorted(rank)
    classes = bytearray((len(words) + 3) // 4)
    coded, before = bytearray(), ""
    for i, word in enumerate(words):
        classes[i // 4] |= sum(rank[word] >= bound for bound in BOUNDS) << (i % 4 * 2)
        same = next((k for k, (a, b) in enumerate(zip(word, before)) if a != b), min(len(word), len(before)))
        coded.append(128 + len(before) - same)
        coded += word[same:].encode()
        before = word
    args.out.write_bytes(struct.pack("<I", len(words)) + classes + coded)
    print(f"{len(words)} words, {4 + len(classes) + len(coded)} bytes")


if __name__ == "__main__":
    main()
