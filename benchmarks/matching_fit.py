"""Fits the weights of `resumate.matching.calibration` on the calibration part of the labelled pairs, and prints them.

``python benchmarks/matching_fit.py [--model FOLDER]``. Two logistic regressions by Newton's method with a quadratic
penalty; a weight whose sign contradicts its meaning is set to zero and the rest fitted again. The figures that chose
the thresholds come from leaving one resume out at a time. The held-out part is never read here.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.matching_data import Endpoint, LabelledResume, MemorySearch, build_model, load_resumes
from resumate.matching.calibration import FEATURES, SIGNS
from resumate.matching.candidates import compare
from resumate.matching.words import tokens

PENALTY = 5.0
STEPS = 50
THRESHOLDS = ((0.25, 0.4), (0.25, 0.5), (0.3, 0.5), (0.35, 0.5))
Weights = tuple[np.ndarray, float]


def main() -> int:
    """Print cross-validated figures for some thresholds, then the weights fitted on all; returns 0."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", type=Path)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        endpoint = Endpoint(options.model or build_model(Path(scratch)))
        data = [_examples(resume, endpoint) for resume in load_resumes("calibration")]
    for least, of_best in THRESHOLDS:
        print(f"relevant >= {least}, >= {of_best} of the best: precision@3 {_left_one_out(data, least, of_best):.3f}")
    everything = np.vstack([part for part, _, _ in data]), np.concatenate([labels for _, labels, _ in data])
    print("FEATURES", FEATURES)
    for name, level in (("RELEVANT", 1), ("MET", 2)):
        weights, bias = _fit(everything[0], everything[1] >= level)
        print(f"{name}_WEIGHTS", tuple(float(round(weight, 2)) for weight in weights), f"{name}_BIAS", round(bias, 2))
    return 0


def _examples(resume: LabelledResume, endpoint: Endpoint) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features, labels (0 gap, 1 adjacent, 2 met) and requirement numbers of the pairs that are not excluded."""
    features, labels, numbers = [], [], []
    company = frozenset(tokens(resume.job["company"]))
    found = compare(resume.posting().requirements, endpoint, MemorySearch(resume, endpoint), company)
    for number, (item, pairs) in enumerate(zip(resume.requirements, found, strict=True)):
        for passage, pair in pairs:
            if not pair.excluded:
                features.append(pair.features())
                labels.append(2 if passage.chunk_id in item.met else int(passage.chunk_id in item.adjacent))
                numbers.append(number)
    return np.array(features), np.array(labels), np.array(numbers)


def _fit(features: np.ndarray, labels: np.ndarray) -> Weights:
    """Fit with the signs of `SIGNS`."""
    kept = np.arange(features.shape[1])
    while True:
        weights, bias = _newton(features[:, kept], labels.astype(float))
        wrong = weights * np.array(SIGNS)[kept] < 0
        if not wrong.any():
            whole = np.zeros(features.shape[1])
            whole[kept] = weights
            return whole, bias
        kept = kept[~wrong]


def _newton(features: np.ndarray, labels: np.ndarray) -> Weights:
    mean, spread = features.mean(0), features.std(0) + 1e-9
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - labels) + PENALTY * np.r_[weights[:-1], 0]
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] * mean / spread).sum())


def _left_one_out(data: list[tuple[np.ndarray, np.ndarray, np.ndarray]], least: float, of_best: float) -> float:
    precision: list[float] = []
    for left, (features, labels, numbers) in enumerate(data):
        others = [part for index, part in enumerate(data) if index != left]
        weights, bias = _fit(np.vstack([part[0] for part in others]), np.concatenate([part[1] for part in others]) > 0)
        chance = 1 / (1 + np.exp(-(features @ weights + bias)))
        for number in np.unique(numbers):
            own = np.flatnonzero(numbers == number)
            best = own[np.argsort(-chance[own])][:3]
            shown = [index for index in best if chance[index] >= max(least, of_best * chance[own].max())]
            if shown:
                precision.append(float(np.mean(labels[shown] > 0)))
    return float(np.mean(precision))


if __name__ == "__main__":
    sys.exit(main())
