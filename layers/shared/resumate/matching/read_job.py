"""Reads a pasted job description into what the rest of the product works on.

The first step of a letter: `match_resume` searches the resume for each requirement found here, and the prompt
gets the same text as `clean_description` renders it.
"""

import re
from typing import Final

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.matching.clean_description import description_blocks
from resumate.matching.company import find_company
from resumate.matching.furniture import URL
from resumate.matching.language import language_of
from resumate.matching.layout import Block
from resumate.matching.model import JobPosting
from resumate.matching.requirements import find_requirements
from resumate.matching.title import find_title

_WORD: Final = re.compile(r"[^\W\d_]+")
_SIGN: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Scripts without spaces: about two signs make a word.
_SIGNS_PER_WORD: Final = 2


def read_job(text: str) -> JobPosting:
    """Return the title, company, language and requirements of a job description.

    Args:
        text: what the user pasted: plain text, Markdown, HTML or a print-out, in any language.

    Raises:
        RequestError: `JOB_DESCRIPTION_TOO_LONG` over `limits.JOB_DESCRIPTION_CHARACTERS` characters or
            `limits.JOB_DESCRIPTION_BYTES` bytes of UTF-8; `JOB_DESCRIPTION_EMPTY` when fewer than
            `limits.JOB_DESCRIPTION_WORDS_LEAST` words can be read in it.
    """
    _refuse_too_long(text)
    blocks = description_blocks(text)
    _refuse_empty(blocks)
    title = find_title(blocks)
    return JobPosting(
        title=title,
        company=find_company(blocks, title),
        language=language_of("\n".join(block.text for block in blocks)),
        requirements=find_requirements(blocks, title=title),
    )


def _refuse_too_long(text: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if len(text) > limits.JOB_DESCRIPTION_CHARACTERS or size > limits.JOB_DESCRIPTION_BYTES:
        raise RequestError(Code.JOB_DESCRIPTION_TOO_LONG)


def _refuse_empty(blocks: list[Block]) -> None:
    text = URL.sub(" ", "\n".join(block.text for block in blocks))
    signs = len(_SIGN.findall(text))
    words = len(_WORD.findall(_SIGN.sub(" ", text))) + signs // _SIGNS_PER_WORD
    if words < limits.JOB_DESCRIPTION_WORDS_LEAST:
        raise RequestError(Code.JOB_DESCRIPTION_EMPTY)
