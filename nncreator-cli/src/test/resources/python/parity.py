# SPDX-License-Identifier: Apache-2.0
"""Compares what Python computes from a bundle and its exports with the answers of the CLI.

usage: parity.py BUNDLE EXPORTED_PYTORCH ROWS.csv ANSWERS.csv
Prints one line for each way: its name and the largest difference, relative above 1.
"""
import csv
import json
import math
import pathlib
import sys

import numpy
import onnxruntime
import torch

MISSING = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"}
bundle, exported = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
with open(sys.argv[3], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
with open(sys.argv[4], newline="", encoding="utf-8") as file:
    answers = list(csv.DictReader(file))
assert len(rows) == len(answers) > 0, (len(rows), len(answers))
document = json.loads((bundle / "pipeline.json").read_text(encoding="utf-8"))
columns = document["pipeline"]["columns"]
classes = document["target"].get("labels")
numbers = [column["name"] for column in columns if column["type"] != "category"]
categories = [column["name"] for column in columns if column["type"] == "category"]
TRUTHS = {"true": 1.0, "yes": 1.0, "1": 1.0, "false": 0.0, "no": 0.0, "0": 0.0}


def number(cell):
    if cell.strip() in MISSING:
        return math.nan
    return TRUTHS[cell.lower()] if cell.lower() in TRUTHS else float(cell)


def text(cell):
    return "" if cell.strip() in MISSING else cell.strip()


def expected():
    if classes:
        return numpy.array([[float(row["p_" + name]) for name in classes] for row in answers])
    return numpy.array([[float(row["prediction"])] for row in answers])


def onnx():
    session = onnxruntime.InferenceSession(str(bundle / "model.onnx"))
    feed = {
        name: numpy.array([[number(row[name])] for row in rows], dtype=numpy.float64)
        for name in numbers
    }
    for name in categories:
        feed[name] = numpy.array([[text(row[name])] for row in rows], dtype=object)
    taken = {given.name for given in session.get_inputs()}
    found = session.run(None, {name: cells for name, cells in feed.items() if name in taken})
    if classes:
        assert list(found[0]) == [row["prediction"] for row in answers], "labels differ"
    return numpy.asarray(found[-1], dtype=numpy.float64).reshape(len(rows), -1)


def fed_first(kind):
    """Sorts columns as they are fed: those of whom a chosen encoding speaks first."""
    chosen = {each["column"] for each in document["pipeline"]["encodings"] if kind(each)}
    return lambda name: name not in chosen


def torchscript():
    program = torch.jit.load(str(bundle / "model.pt"))
    encodings = {each["column"]: each for each in document["pipeline"]["encodings"]}

    def codes(name, cell):
        if encodings[name]["kind"] == "text-words":
            parts = cell.split(" ")
            return [sum(map(parts.count, word["forms"])) for word in encodings[name]["words"]]
        known = encodings[name]["levels"]
        return [1 if cell == "" else 2 + known.index(cell) if cell in known else 0]

    def place(name):
        kinds = ["one-hot-category", "text-words", "embedded-category"]
        return kinds.index(encodings[name]["kind"])

    given = []
    if numbers:
        order = sorted(numbers, key=fed_first(lambda each: each.get("indicator", False)))
        cells = [[number(row[name]) for name in order] for row in rows]
        given.append(torch.tensor(cells, dtype=torch.float64))
    if categories:
        order = sorted(categories, key=place)
        given.append(torch.tensor([[c for n in order for c in codes(n, text(row[n]))] for row in rows]))
    with torch.no_grad():
        return program(*given).double().numpy().reshape(len(rows), -1)


def module():
    sys.path.insert(0, str(exported))
    import model

    found = model.load(exported).predict(rows)
    if classes:
        assert [each["prediction"] for each in found] == [row["prediction"] for row in answers]
        return numpy.array([[each["probabilities"][name] for name in classes] for each in found])
    return numpy.array([[each["prediction"]] for each in found])


wanted = expected()
for name, way in {"onnx": onnx, "torchscript": torchscript, "pytorch": module}.items():
    got = way()
    assert got.shape == wanted.shape, (name, got.shape, wanted.shape)
    print(name, float(numpy.max(numpy.abs(got - wanted) / numpy.maximum(1, numpy.abs(wanted)))))
