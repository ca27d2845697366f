# SPDX-License-Identifier: Apache-2.0
"""Large clean sets out of small ones: every row beyond the real ones is a real row with other content words.

Copies that are equal, or that share whole sentences, would be a signal of their own. So the words that make up a row's
matter are replaced, in question and answer alike, by those of another row of the same set, and a sentence of prose is
left out: the form stays, the matter is another.
"""
import collections
import json
import random
import re

WORD = re.compile(r"[A-Za-z][a-z]{4,}")
SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
RARE = 0.02
SYSTEMS = (
    "You are a helpful assistant.",
    "You are a helpful, respectful and honest assistant.",
    "Answer the user's question.",
    "You are an assistant that explains things clearly.",
)


class Set:
    """The rows of one file, and which of its words are common."""

    def __init__(self, file):
        self.name = file.stem
        with open(file, encoding="utf8") as lines:
            self.rows = [json.loads(line)["messages"] for line in lines if line.strip()]
        seen = collections.Counter()
        for row in self.rows:
            seen.update({word.lower() for turn in row for word in WORD.findall(turn["content"])})
        self.common = {word for word, rows in seen.items() if rows > RARE * len(self.rows)}

    def matter(self, row, roles):
        words = []
        for turn in row:
            if turn["role"] in roles:
                words += [word for word in WORD.findall(turn["content"]) if word.lower() not in self.common]
        return list(dict.fromkeys(words))

    def varied(self, chance):
        row, other = chance.choice(self.rows), chance.choice(self.rows)
        swap = {}
        for roles in (("user",), ("assistant",)):
            theirs = [word for word in self.matter(other, roles) if word not in swap]
            chance.shuffle(theirs)
            ours = [word for word in self.matter(row, roles) if word not in swap]
            swap |= {a: b.capitalize() if a[0].isupper() else b.lower() for a, b in zip(ours, theirs)}
        return [{"role": turn["role"], "content": shortened(swapped(turn["content"], swap), turn["role"], chance)}
                for turn in row]


def swapped(text, swap):
    return WORD.sub(lambda found: swap.get(found.group(), found.group()), text)


def shortened(text, role, chance):
    sentences = SENTENCE.split(text) if role == "assistant" and "\n" not in text.strip() else []
    if len(sentences) < 3:
        return text
    del sentences[chance.randrange(1, len(sentences))]
    return " ".join(sentences)


def pool(folder, size, seed):
    """So many rows, each with the name of its set, the real ones first; some have a usual system prompt."""
    chance = random.Random(seed)
    sets = [Set(file) for file in sorted(folder.glob("*.jsonl"))]
    real = [(one.name, row) for one in sets for row in one.rows]
    chance.shuffle(real)
    rows = real[:size]
    weights = [len(one.rows) for one in sets]
    while len(rows) < size:
        one = chance.choices(sets, weights)[0]
        rows.append((one.name, one.varied(chance)))
    return [(name, with_system(row, chance)) for name, row in rows]


def with_system(row, chance):
    if row[0]["role"] != "system" and chance.random() < 0.2:
        return [{"role": "system", "content": chance.choice(SYSTEMS)}] + row
    return row
