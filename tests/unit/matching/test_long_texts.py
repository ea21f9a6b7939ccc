"""A text that is longer than the embedder's window is found to its end (CASES E08)."""

from collections.abc import Sequence

import pytest

from resumate.documents.model import ParsedDocument
from resumate.documents.read import read_document
from resumate.matching.match_resume import match_resume
from resumate.matching.model import Passage, Status
from tests.unit.matching.fakes import MemorySearch, WordEmbedder, job

WINDOW_WORDS = 190  # about 256 tokens
FILLING = "Kept the ledgers of the northern branch in order and wrote the minutes of the weekly meeting."
LAST = "Calibrated seismographs on three drilling platforms."
HEAD = b"Ada Example\n\nExperience\n\nClerk, Example Quarry, March 2019 - June 2024\n"


class NarrowEmbedder(WordEmbedder):
    """Sees no more of a text than a model does."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return super().embed([" ".join(text.split()[:WINDOW_WORDS]) for text in texts])


def passages(document: ParsedDocument) -> list[Passage]:
    names = [name for name in Passage.__struct_fields__ if name != "chunk_id"]
    return [
        Passage(f"{chunk.index:04d}", **{name: getattr(chunk, name) for name in names}) for chunk in document.chunks
    ]


@pytest.mark.parametrize("count", [30, 120])
@pytest.mark.parametrize("mark", ["", "- "], ids=["prose", "bullet"])
def test_the_last_sentence_of_a_long_text_is_still_evidence(mark, count):
    text = HEAD + f"{mark}{' '.join([FILLING] * count)} {LAST}\n".encode()
    found = passages(read_document(text, "cv.txt"))
    assert max(len(passage.text.split()) for passage in found) <= WINDOW_WORDS
    (match,) = match_resume(
        job("Calibrating seismographs on drilling platforms"), NarrowEmbedder(), MemorySearch(found)
    )
    assert match.status is Status.MET
    assert any("seismographs" in passage.text for passage in match.passages)
