#!/usr/bin/python3
"""Fills the messages of `playbook-bench messages jinja` with Jinja2: `fill-jinja.py FILE`.

Prints messages per second of processor time, each template compiled before; exits 1 where the words of one are not
those that the file says.
"""
import re
import sys
import time

import jinja2


def words(text):
    """The words without the marks of the template dialect at the beginnings of lines."""
    return re.sub(r"^[ \t]*([*-] |#[# ]*|\^[\^ ]*)", "", text, flags=re.MULTILINE).split()


environment = jinja2.Environment(keep_trailing_newline=True)
compiled = {}
messages = []
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for record in file.read().split("\x1e")[:-1]:
        source, ours, *fields = record.split("\x1f")
        facts = dict(zip(fields[::2], fields[1::2]))
        if source not in compiled:
            compiled[source] = environment.from_string(source)
        messages.append((compiled[source], facts))
        if words(compiled[source].render(facts)) != words(ours):
            print(source, "", compiled[source].render(facts), "", ours, sep="\n", file=sys.stderr)
            sys.exit("Jinja2's words are not ours")

best = float("inf")
for _ in range(30):
    start = time.process_time()
    for template, facts in messages:
        template.render(facts)
    best = min(best, time.process_time() - start)
print(round(len(messages) / best))
