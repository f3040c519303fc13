"""A neural network exported by NNCreator, for Python with PyTorch and safetensors.

    import model
    network = model.load("this-folder")
    network.predict([{"age": 41, "plan": "basic"}])

The code below is complete: the network, and what is done to a raw row before and to the outputs
after it. What it was trained on stands in pipeline.json and weights.safetensors; neither is ever
run as code. You may use and change this file as you like.
"""

import json
import math
import re
from datetime import date, datetime, timezone
from numbers import Number
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

MISSING = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"}
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
BLANKS = " \t\r\n\u00a0\ufeff"
TRUTHS = {"true": 1.0, "yes": 1.0, "1": 1.0, "false": 0.0, "no": 0.0, "0": 0.0}
BOUND = 1e6
UNKNOWN_CODE, MISSING_CODE, FIRST_LEVEL_CODE = 0, 1, 2
DAY = 86_400.0
CYCLES = (("yearly", 365.2425 * DAY), ("weekly", 7 * DAY), ("daily", DAY))
LARGEST_EXPONENT = 700.0


def join(parts):
    """Joins features along the last axis, giving all of them the members' axis if one has it."""
    if len(parts) == 1:
        return parts[0]
    rank = max(part.dim() for part in parts)
    members = max(part.shape[0] for part in parts if part.dim() == rank)
    whole = []
    for part in parts:
        if part.dim() < rank:
            part = part.unsqueeze(0)
        whole.append(part.expand(members, *part.shape[1:]) if part.shape[0] == 1 else part)
    return torch.cat(whole, dim=-1)


#{layers}


class Stem(nn.Module):
    """Scaled numbers, joined with a learnt vector for each code of each embedded category."""

    def __init__(self, members, tables):
        super().__init__()
        self.tables = len(tables)
        for i, (codes, width) in enumerate(tables):
            setattr(self, f"embedding{i}", nn.Parameter(torch.empty(members, codes, width)))

    def forward(self, numeric, codes):
        features = [] if numeric is None else [numeric]
        for i in range(self.tables):
            features.append(getattr(self, f"embedding{i}")[:, codes[:, i]])
        return join(features)


#{network}


class Model:
    """A network together with its pipeline: raw rows in, answers out."""

    def __init__(self, network, document):
        self.network = network
        self.pipeline = document["pipeline"]
        self.target = document["target"]

    def predict(self, rows):
        """Answers rows: a list of dicts from column name to value; None and "" are missing."""
        if not rows:
            return []
        numeric, codes = features(self.pipeline, rows)
        with torch.no_grad():
            raw = self.network(numeric, codes)
        if self.target["kind"] == "classes":
            labels = self.target["labels"]
            answers = []
            for row in torch.softmax(raw, dim=-1).mean(0).tolist():
                best = max(range(len(labels)), key=row.__getitem__)
                answers.append(
                    {"prediction": labels[best], "probabilities": dict(zip(labels, row))}
                )
            return answers
        values = raw.mean(0)[:, 0].double() * self.target["deviation"] + self.target["mean"]
        if self.target["logarithmic"]:
            values = values.clamp(max=LARGEST_EXPONENT).exp()
        return [{"prediction": value} for value in values.tolist()]


def load(folder):
    """Loads the network from the folder in which this file was exported."""
    folder = Path(folder)
    document = json.loads((folder / "pipeline.json").read_text(encoding="utf-8"))
    document["pipeline"]["encodings"] = ordered(document["pipeline"])
    tensors = load_file(str(folder / "weights.safetensors"))
    network = Network()
    network.load_state_dict({RENAMED.get(name, name): cells for name, cells in tensors.items()})
    return Model(network.eval(), document)


def ordered(pipeline):
    """Sorts encodings as the network takes them: indicated and one-hot columns before others."""
    names = [column["name"] for column in pipeline["columns"]]
    first = {
        encoding["column"]
        for encoding in pipeline["encodings"]
        if encoding.get("indicator") or encoding["kind"] == "one-hot-category"
    }

    def place(encoding):
        return encoding["column"] not in first, names.index(encoding["column"])

    return sorted(pipeline["encodings"], key=place)


def features(pipeline, rows):
    """Turns raw rows into what the network takes: numbers [rows, n] and codes [rows, m]."""
    types = {column["name"]: column["type"] for column in pipeline["columns"]}
    raw = {name: column_cells(rows, name, kind) for name, kind in types.items()}
    blocks = [numbers(pipeline, raw), indicators(pipeline, raw)]
    blocks += [waves(pipeline, raw, torch.sin), waves(pipeline, raw, torch.cos)]
    blocks += [levels(pipeline, raw), words(pipeline, raw)]
    found = [block for block in blocks if block is not None]
    embedded = [
        torch.tensor([code(encoding["levels"], cell) for cell in raw[encoding["column"]]])
        for encoding in pipeline["encodings"]
        if encoding["kind"] == "embedded-category"
    ]
    return (
        torch.cat(found, dim=1) if found else None,
        torch.stack(embedded, dim=1) if embedded else None,
    )


def column_cells(rows, name, kind):
    """Reads a column: a tensor of 64-bit numbers with NaN, or a list of texts with None."""
    cells = []
    for number, row in enumerate(rows, start=1):
        if name not in row:
            raise KeyError(f"The column ({name}) is not in row {number}.")
        cell = row[name]
        cell = cell.strip(BLANKS) if isinstance(cell, str) else cell
        if cell is None or (isinstance(cell, str) and cell in MISSING):
            cells.append(None if kind == "category" else math.nan)
            continue
        try:
            cells.append(READERS[kind](cell))
        except (TypeError, ValueError):
            raise ValueError(f"The column ({name}) of row {number} is no {kind}.") from None
    return cells if kind == "category" else torch.tensor(cells, dtype=torch.float64)


def read_number(cell):
    if isinstance(cell, bool) or (isinstance(cell, str) and not DECIMAL.fullmatch(cell)):
        raise ValueError(cell)
    value = float(cell)
    if math.isinf(value):
        raise ValueError(cell)
    return value


def read_truth(cell):
    if isinstance(cell, Number):
        value = float(cell)
        if value not in (0.0, 1.0):
            raise ValueError(cell)
        return value
    if cell.lower() not in TRUTHS:
        raise ValueError(cell)
    return TRUTHS[cell.lower()]


def read_time(cell):
    if isinstance(cell, str):
        cell = datetime.fromisoformat(cell[:-1] + "+00:00" if cell.endswith("Z") else cell)
    if not isinstance(cell, date):
        raise ValueError(cell)
    if not isinstance(cell, datetime):
        cell = datetime(cell.year, cell.month, cell.day)
    if cell.tzinfo is None:
        cell = cell.replace(tzinfo=timezone.utc)
    return (cell - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()


def read_category(cell):
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Number):
        value = float(cell)
        if math.isnan(value):
            return None
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return str(cell)


READERS = {
    "number": read_number,
    "boolean": read_truth,
    "timestamp": read_time,
    "category": read_category,
}


def code(known, cell):
    if not cell:
        return MISSING_CODE
    return FIRST_LEVEL_CODE + known.index(cell) if cell in known else UNKNOWN_CODE


def numbers(pipeline, raw):
    """Scaled numbers, truth values as +1 and -1, and points in time."""
    columns = []
    for encoding in pipeline["encodings"]:
        kind = encoding["kind"]
        if kind == "flag":
            fill, center, scale, clip = 0.5, 0.5, 0.5, 0.0
        elif kind in ("scaled-number", "date-parts"):
            fill, center, scale = encoding["fill"], encoding["center"], encoding["scale"]
            clip = encoding.get("clip", 0.0)
        else:
            continue
        x = raw[encoding["column"]]
        x = torch.where(x.isnan(), torch.full_like(x, fill), x)
        z = ((x - center) / scale).clamp(-BOUND, BOUND).float()
        columns.append(z if clip == 0 else z / torch.sqrt((z * (1 / clip)) ** 2 + 1))
    return torch.stack(columns, dim=1) if columns else None


def indicators(pipeline, raw):
    """1 where a number is missing, 0 elsewhere."""
    columns = [
        raw[encoding["column"]].isnan().float()
        for encoding in pipeline["encodings"]
        if encoding.get("indicator")
    ]
    return torch.stack(columns, dim=1) if columns else None


def waves(pipeline, raw, wave):
    """Where a point in time stands in the year, the week and the day."""
    columns = []
    for encoding in pipeline["encodings"]:
        if encoding["kind"] != "date-parts":
            continue
        for name, period in CYCLES:
            if encoding[name]:
                turns = raw[encoding["column"]] / period
                angle = ((turns - turns.floor()) * (2 * math.pi)).float()
                columns.append(torch.where(angle.isnan(), torch.zeros_like(angle), wave(angle)))
    return torch.stack(columns, dim=1) if columns else None


def levels(pipeline, raw):
    """1 for the level that a category has, 0 for all others."""
    columns = []
    for encoding in pipeline["encodings"]:
        if encoding["kind"] != "one-hot-category":
            continue
        cells = raw[encoding["column"]]
        for level in encoding["levels"]:
            columns.append(torch.tensor([float(cell == level) for cell in cells]))
        if encoding["missingLevel"]:
            columns.append(torch.tensor([float(not cell) for cell in cells]))
    return torch.stack(columns, dim=1) if columns else None


def words(pipeline, raw):
    """1 where a text has a word, in any of its forms, between spaces."""
    columns = []
    for encoding in pipeline["encodings"]:
        if encoding["kind"] == "text-words":
            parts = [set((cell or "").split(" ")) for cell in raw[encoding["column"]]]
            for word in encoding["words"]:
                columns.append([float(not own.isdisjoint(word["forms"])) for own in parts])
    return torch.tensor(columns, dtype=torch.float32).T if columns else None
