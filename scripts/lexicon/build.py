#!/usr/bin/env python3
"""Builds src/text/data/words.bin: the general English of the lexicon, front-coded.

    scripts/lexicon/build.py --scowl /usr/share/dict/scowl --counts frequency_dictionary_en_82_765.txt

Inputs, both offline files (see src/text/data/README.md for their licences):
  --scowl    the folder of Debian's package `scowl`: which words there are, British and American
  --counts   the word counts that the PyPI package `symspellpy` carries (Google Books Ngrams joined with SCOWL)

Kept are the --words most frequent words up to SCOWL's level 60, and for each the spelling of the other side of the
Atlantic. The counts lean to what is sold and searched for, so that each of SCOWL's levels takes something off. Short words
make most false friends of misread ones: those of two and three letters must be of the lowest levels. The output: the
number of words (u32, little endian); four bits a word, two words a byte, with its class of frequency; and the words in order, each as a byte 128 + the letters dropped from the end of the word before, then the
letters that follow. Standard library only; the same inputs give the same bytes.
"""
import argparse, math, pathlib, re, struct

LISTS = ("english-words", "american-words", "british-words", "british_z-words")
# Class 0 holds the words up to the first of these ranks, class 1 those up to the second, and so on.
BOUNDS = (64, 500, 2_000, 6_000, 14_000)
# What a level of SCOWL takes off the logarithm (to ten) of a word's count.
PENALTY = {10: 0, 20: 0.1, 35: 0.35, 40: 0.6, 50: 0.8, 55: 1.0, 60: 1.1}
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
    ranked = sorted((w for w in level if w in counts), key=lambda w: (PENALTY[level[w]] - math.log10(counts[w]), w))
    rank = {w: i for i, w in enumerate(ranked[: args.words])}
    for word in list(rank):
        for one, other in PARTNERS:
            for here, there in ((one, other), (other, one)):
                partner = word.removesuffix(here) + there
                if word.endswith(here) and partner in level:
                    rank.setdefault(partner, args.words)
    words = sorted(rank)
    classes = bytearray((len(words) + 1) // 2)
    coded, before = bytearray(), ""
    for i, word in enumerate(words):
        classes[i // 2] |= sum(rank[word] >= bound for bound in BOUNDS) << (i % 2 * 4)
        same = next((k for k, (a, b) in enumerate(zip(word, before)) if a != b), min(len(word), len(before)))
        coded.append(128 + len(before) - same)
        coded += word[same:].encode()
        before = word
    args.out.write_bytes(struct.pack("<I", len(words)) + classes + coded)
    print(f"{len(words)} words, {4 + len(classes) + len(coded)} bytes")


if __name__ == "__main__":
    main()
