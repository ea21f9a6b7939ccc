"""Cuts a letter into paragraphs and sentences, in any language that ends its sentences with a mark.

Used by the gate (`letters.review`), which judges sentence by sentence. A full stop inside "e.g.", "Ph.D.",
"Inc.", "3.5", "J. R. Smith" or "Node.js" ends nothing; 。！？ end a sentence without a space. Citation marks
belong to the sentence they follow, before or after its full stop.
"""

import re
from typing import Final

from resumate.letters.citation_marks import MARK
from resumate.letters.clean_draft import is_salutation

_ABBREVIATIONS: Final = frozenset(
    """
    e.g i.e etc vs cf al approx no nos vol pp ca viz incl excl est min max avg dept div mgr asst
    mr mrs ms mx dr prof sr jr st rev hon gen col capt lt sgt hr fr
    inc ltd co corp llc llp plc gmbh ag bros assn intl mfg
    ph.d phd b.sc m.sc b.a m.a b.s m.s m.b.a b.eng m.eng ll.b ll.m m.d d.phil ed.d b.ed m.ed d.d.s r.n c.p.a
    u.s u.k u.n e.u u.s.a d.c a.m p.m
    jan feb mar apr jun jul aug sep sept oct nov dec
    z.b d.h u.a bzw usw ggf inkl ca evtl bspw z.t o.ä nr str dipl ing
    p.ex env m mme mlle av boul
    sra srta ud uds p.ej dra
    """.split()
)
_ALWAYS_INSIDE: Final = frozenset(
    "e.g i.e vs cf approx no mr mrs ms mx dr prof z.b d.h p.ex p.ej incl excl bzw viz dipl nr".split()
)
_BREAK: Final = re.compile(
    r"([.!?…]+[\"”’»)\]]*|[。！？]+[」』”]*)((?:[ \t]*\[[^\]\n]{1,40}\])*)(?=\s|$|(?<=[。！？」』])|(?<=\]))"
)
_WORD_BEFORE: Final = re.compile(r"(\S+)\Z")
_SIGN_OFF: Final = re.compile(
    r"^(?:(?:kind(?:est)?|best|warm(?:est)?|with (?:kind|best|warm))(?: (?:regards|wishes))?|regards|yours?(?: (?:sincerely|faithfully|truly))?|sincerely(?: yours)?"
    r"|respectfully(?: yours)?|cordially|mit (?:freundlichen|besten) grüßen|freundliche grüße|beste grüße|viele grüße|hochachtungsvoll"
    r"|cordialement|bien cordialement|sincères salutations|salutations distinguées|veuillez agréer.*|(?:un )?cordial saludo|saludos(?: cordiales)?|atentamente|un saludo"
    r"|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|atenciosamente|med vänliga hälsningar|med venlig hilsen|此致|敬具|祝好|谨启|敬上)\s*[,.，、!]?$|^(?:many thanks|thank you|thanks)\s*[,!]?$",
    re.IGNORECASE,
)


def paragraphs_of(letter: str) -> list[list[str]]:
    """Return the sentences of each paragraph of a cleaned letter, citation marks included.

    A salutation line is one sentence; a sign-off and the name below it are one sentence with a line end inside.
    """
    paragraphs = [_sentences_of_block(block) for block in re.split(r"\n[ \t]*\n", letter)]
    return _with_joined_sign_off([paragraph for paragraph in paragraphs if paragraph])


def is_sign_off(text: str) -> bool:
    """Tell whether the first line of `text` is a closing formula such as "Kind regards,"."""
    return _SIGN_OFF.match(text.split("\n", 1)[0].strip()) is not None


def split_sentences(text: str) -> list[str]:
    """Return the sentences of one run of text."""
    sentences: list[str] = []
    start = 0
    for found in _BREAK.finditer(text):
        if _ends_here(text, start, found):
            sentences.append(text[start : found.end()].strip())
            start = found.end()
    if rest := text[start:].strip():
        if sentences and MARK.sub("", rest).strip() == "":
            sentences[-1] += rest
        else:
            sentences.append(rest)
    return [sentence for sentence in sentences if sentence]


def _sentences_of_block(block: str) -> list[str]:
    sentences: list[str] = []
    running: list[str] = []
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    for index, line in enumerate(lines):
        if is_sign_off(line):
            sentences += split_sentences(" ".join(running))
            return [*sentences, "\n".join(lines[index : index + 2]), *lines[index + 2 :]]
        if is_salutation(line) and line[-1:] in ",:，：!":
            sentences += [*split_sentences(" ".join(running)), line]
            running = []
        else:
            running.append(line)
    return sentences + split_sentences(" ".join(running))


def _with_joined_sign_off(paragraphs: list[list[str]]) -> list[list[str]]:
    """Join "Kind regards," and a name that stands in a paragraph of its own."""
    for index in range(len(paragraphs) - 1):
        last = paragraphs[index][-1]
        if (
            is_sign_off(last)
            and "\n" not in last
            and len(paragraphs[index + 1]) == 1
            and len(paragraphs[index + 1][0]) < 60
        ):
            name = paragraphs[index + 1][0]
            return [*paragraphs[:index], [*paragraphs[index][:-1], f"{last}\n{name}"], *paragraphs[index + 2 :]]
    return paragraphs


def _ends_here(text: str, start: int, found: re.Match[str]) -> bool:
    mark, following = found.group(1), text[found.end() :].lstrip()
    if mark[0] != "." or mark.startswith(".."):
        return not (mark.startswith(("..", "…")) and following[:1].islower())
    before = _WORD_BEFORE.search(text[start : found.start()])
    word = before.group(1).lstrip("(\"“'").lower() if before else ""
    if not following:
        return True
    if word in _ALWAYS_INSIDE or (len(word) == 1 and word.isalpha() and word != "i"):
        return False  # an initial ("J. R. Smith") or an abbreviation that something must follow
    if word.isdigit() and len(word) <= 2 and following[:1].isalpha() and _is_ordinal(text[: found.start()], following):
        return False  # "am 3. Mai"
    if word in _ABBREVIATIONS:
        return _starts_sentence(following)
    return not following[:1].islower()


def _is_ordinal(before: str, following: str) -> bool:
    return re.search(r"(?:\b(?:am|im|vom|zum|der|den|dem)\s+)\d{1,2}\Z", before) is not None and following[:1].isupper()


_STARTERS: Final = frozenset(
    "i my we our the a an this that these those there at in on as with during since while after before for from to your "
    "it its he she they what when where which who how both each one also then thank sincerely kind ich mein meine bei in als "
    "ihr ihre seit bei zuvor außerdem zudem dort das die der ein eine je j’ai j'ai mon ma mes chez dans votre vos à en yo mi mis su sus".split()
)


def _starts_sentence(following: str) -> bool:
    """Tell whether what follows an abbreviation looks like a new sentence ("… at Acme Inc. There I …")."""
    first = re.match(r"[\w’']+", following)
    return first is not None and first.group()[0].isupper() and first.group().lower() in _STARTERS
