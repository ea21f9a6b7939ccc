"""Makes plain text of what a model wrote: no markup, no HTML, no links, no chatter around the letter.

The first step of `letters.review`. A letter is data to whoever shows it, but what is copied out of the page
should not carry markup either. Citation marks and the placeholders of `documents.masking` stay.
"""

import re
from typing import Final

from resumate.letters.characters import visible

_SCRIPTS: Final = re.compile(r"<(script|style|iframe|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_THOUGHTS: Final = re.compile(r"<(think|thinking|reasoning|scratchpad)>.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL)
_TAGS: Final = re.compile(r"</?[A-Za-z!][^<>]*>|<\|[^<>]*\|>")
# "<your name>" is a blank that was left open, no markup: as "[your name]" the gate refuses its sentence.
_BLANKS: Final = re.compile(
    r"<((?:your|my|the|company|name|hiring|insert|job|employer|position|date|address|firma|nom|nombre)\b[^<>/=\n]{0,40})>",
    re.IGNORECASE,
)
_IMAGES: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINKS: Final = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_ADDRESSES: Final = re.compile(
    r"\b(?:javascript|vbscript|data):\S+|(?:\b(?:https?|ftp)://|\bwww\.)[^\s)\]>]*[^\s)\]>.,;!?]", re.IGNORECASE
)
_CODE_FENCES: Final = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_HEADINGS: Final = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_BULLETS: Final = re.compile(r"^[ \t]*(?:[-*•▪‣·–]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE)
_RULES: Final = re.compile(r"^[ \t]*(?:[-*_=] ?){3,}[ \t]*$", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"(\*{1,3}|_{2,3}|~~|`+)(?=\S)([^\n]+?)(?<=\S)\1")
_QUOTED: Final = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_CHATTER: Final = re.compile(
    r"^(?:sure|certainly|of course|absolutely|here(?:'|’)?s|here is|below is|okay|ok|understood|subject|betreff|objet|asunto|re)\b[^\n]{0,200}$",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(
    r"^(?:dear|hello|hi|good (?:morning|day)|to (?:the|whom)|greetings|sehr geehrte|guten tag|liebe|hallo|madame|monsieur|chère?s?|bonjour"
    r"|estimad|muy señor|buenos días|querid|gentile|egregi|spett|prezad|exm|geachte|beste|kære|bästa|hej|szanown|尊敬的|拝啓|您好|採用ご担当)",
    re.IGNORECASE,
)
_HEADER_LINES: Final = 12


def clean_draft(draft: str) -> str:
    r"""Return the letter in `draft` as plain text with ``\n`` line ends and no more than one empty line between paragraphs."""
    text = visible(draft.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SCRIPTS.sub("", _THOUGHTS.sub("", text))
    for pattern in (_TAGS, _IMAGES):
        text = pattern.sub("", _BLANKS.sub(r"[\1]", text))
    text = _LINKS.sub(r"\1", text)
    for pattern in (_ADDRESSES, _CODE_FENCES, _HEADINGS, _RULES, _QUOTED, _BULLETS):
        text = pattern.sub("", text)
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    text = re.sub(r"[ \t]+", " ", text)
    lines = _without_header([line.strip() for line in text.split("\n")])
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def is_salutation(line: str) -> bool:
    """Tell whether `line` greets the reader."""
    return len(line) < 120 and _SALUTATION.match(line) is not None


def _without_header(lines: list[str]) -> list[str]:
    """Drop what stands before the salutation (address, date, subject, "Here is your letter:")."""
    filled = [index for index, line in enumerate(lines) if line][:_HEADER_LINES]
    for index in filled:
        if is_salutation(lines[index]):
            return lines[index:]
    return [line for index, line in enumerate(lines) if not (index in filled[:2] and _CHATTER.match(line))]
