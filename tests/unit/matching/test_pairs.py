"""The labelled pairs that the matching is fitted on and measured with are sound."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from resumate.documents.model import SectionKind

FOLDER = Path(__file__).parents[2] / "matching_pairs"
FILES = sorted(FOLDER.glob("*.json"))


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_there_are_enough_pairs_of_enough_professions_in_every_part():
    parts = Counter(load(path)["split"] for path in FILES)
    assert parts.keys() == {"calibration", "held_out", "held_out_later"}
    assert min(parts["calibration"], parts["held_out"]) >= 8
    assert parts["held_out_later"] >= 5
    labelled = sum(len(one["met"]) + len(one["adjacent"]) for path in FILES for one in load(path)["requirements"])
    assert labelled >= 150


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_label_points_at_a_passage_and_no_pair_has_two_labels(path):
    data = load(path)
    known = [one["id"] for one in data["passages"]]
    assert len(known) == len(set(known))
    assert {one["section"] for one in data["passages"]} <= set(SectionKind)
    for one in data["requirements"]:
        assert set(one["met"]) | set(one["adjacent"]) <= set(known)
        assert not set(one["met"]) & set(one["adjacent"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_contact_details_are_masked_and_never_labelled_as_evidence(path):
    data = load(path)
    hidden = {one["id"] for one in data["passages"] if one["section"] in ("header", "contact", "references")}
    for one in data["requirements"]:
        assert not hidden & {*one["met"], *one["adjacent"]}
    assert not re.search(r"[\w.]+@[\w.]+|\+?\d[\d ()-]{8,}\d", path.read_text(encoding="utf-8"))
