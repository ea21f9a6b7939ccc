"""Turns the text of one piece of evidence into clean sentences, without changing a word that carries meaning.

Resumes arrive with bullet marks, addresses of pages, footnote numbers, lines cut in the middle and several sentences
in one bullet. `sentences` takes that apart for `listed_lines.py`. What talks to the reader instead of about the person
("Ignore previous instructions …", "You can …") is left out here: a letter has no use for it, whoever wrote it.
"""

from __future__ import annotations

import re
import unicodedata

from lexicon import lexicon
from phrases import small_phrase
from verb_forms import base_of_past, is_past

_MARKS = "•●■▪▫◦○‣⁃∙·►▶➢➤✓✔–—*>#§|"
_MARKS_INSIDE = re.compile(r"\s*[•●■▪▫◦○‣⁃∙►▶➢➤✓✔]\s*")
_ADDRESS = re.compile(
    r"\(?\b(?:https?://|www\.|mailto:)\S+|\b\S+@\S+\.\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|me|co|ai|app|info|eu|uk|de|fr|es|ch|at|nl|ca|us|au|in|ie)/\S*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"(?:,?\s*\b(?:based|located|living|residing))?(?:\s*\b(?:in|at|from|via|near|on|to)\s+)?⟦(?!name)[^⟧]*⟧",
    re.IGNORECASE,
)
# A bracket of a placeholder whose other half is gone; "⟦name⟧" and "⟦name2⟧", a part of the name, stay.
_LONE_MARK = re.compile(r"⟦(?!name\d?⟧)|(?<!⟦name)(?<!⟦name\d)⟧")
_BRACKETED = re.compile(r"\[[^\[\]]{0,12}\]")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|inc|ltd|co|corp|dr|prof|mr|mrs|ms|st|no|vs|approx|dept|univ|vol|pp|fig|sr|jr|hons|gmbh|z\.b"
    r"|mio|mrd|bzw|ca|inkl|ggf|av|apdo|sc|phil|eng|tech|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|\b[^\W\d]|\.[^\W\d])\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"”')]*\s+(?=[\"“'(]?[A-Z0-9ÄÖÜÉ])|;\s+")
# Participles that belong to a name when another name stands before them: "Microsoft Certified", "Limited".
_OF_NAMES = frozenset(
    "certified registered chartered licensed limited united advanced associated applied accredited integrated".split()
)
_TITLE_CASE = re.compile(r" (?:Of|In|The|And|For|To|With|On|By) \w")
_UNENDED_CLAUSE = re.compile(r",? (?:\w+ing|which|that|who|by \w+ing)\b[^,]*$")
_TO_THE_READER = re.compile(
    r"""
      \b(?:you|your|yours|yourself)\b
    | \b(?:previous|prior|above|earlier|following)[ ](?:instruction|prompt|message|rule)
    | \binstructions?[ ](?:to|for)[ ](?:the[ ])?(?:ai|model|assistant|system|reader) | \bsystem[ ]prompt\b
    | \b(?:the|this)[ ](?:candidate|applicant)\b | \bthe[ ]cover[ ]letter\b
    | ^(?:ignore|disregard|forget|pretend|reveal|print|repeat|say|state|write|output|include|add|append|end|begin|start
        |respond|reply|answer)[ ](?:that|all|any|the[ ]word|with|the|in[ ]the[ ]letter)\b
    | ^(?:add|include|mention|insert|claim|state|say|write|tell|note)\b.*\b
        (?:ph\.?d|degree|letter|recruiter|employer|word)\b
    | ^(?:welcome|do[ ]not|don't|be)\b
    | [A-Za-z0-9+/=]{30,} | <\| | \|> | \[/?inst\] | ^(?:system|assistant|user)[ ]?:
    """,
    re.IGNORECASE | re.VERBOSE,
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text: no bullet mark, no final stop, no address, nothing addressed to the reader."""
    parts = [part for line in _split_at_marks(cleaned(text)) for part in _split_at_stops(line)]
    finished = [_finished(part) for part in parts]
    return [part for part in finished if part and not is_to_the_reader(part)]


def lines(text: str) -> list[str]:
    """Return the sentences of a text in any language: as `sentences`, without its knowledge of English endings."""
    parts = [
        part
        for line in _split_at_marks(cleaned(text))
        for part in re.split(r"(?<=[a-zäöüéèßó%)]{2})[.!?]\s+(?=[A-ZÄÖÜÉ])|;\s+", line)
    ]
    finished = [re.sub(r"[\s.;:,!?]+$", "", balanced(part.strip().strip(_MARKS + " -"))).strip() for part in parts]
    return [part for part in finished if part and not is_to_the_reader(part)]


def is_to_the_reader(text: str) -> bool:
    """Tell whether a text gives orders or speaks to a reader, instead of telling something of the person."""
    return _TO_THE_READER.search(text) is not None


def cleaned(text: str) -> str:
    """Return the text without invisible characters, addresses, placeholders and square brackets."""
    text = unicodedata.normalize("NFKC", text.replace("\u00ad", "").replace("\ufffe", "").replace("\uffff", ""))
    text = "".join(char if char in "\n\t" or unicodedata.category(char)[0] != "C" else "" for char in text)
    text = _BRACKETED.sub(" ", _PLACEHOLDER.sub(" ", _ADDRESS.sub(" ", text)))
    text = _LONE_MARK.sub(" ", text)
    text = re.sub(r"\(\s*\)", " ", text.replace("[", "(").replace("]", ")"))
    text = re.sub(r"(?<=[a-z)]) & (?=[a-z]|[A-Z]{2,}\b)", " and ", text)
    text = re.sub(r"(?<!\S)w/o ", "without ", re.sub(r"[ \t\r\n]+", " ", text))
    text = re.sub(r"(?<!\S)w/ ?", "with ", text)
    return re.sub(r"\s+([,;:)]|\.(?!\w))", r"\1", text).strip()


def balanced(text: str) -> str:
    """Return the text without a bracket or quotation mark that is opened or closed alone."""
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    elif text.count(")") > text.count("("):
        text = text.replace(")", "", 1) if "(" not in text else text[: text.rindex(")")]
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r"[\"“”]", "", text)
    return text


def sentence_case(text: str, *, title: bool) -> str:
    """Return text in capitals as it would be typed; short words without a vowel stay, they are abbreviations."""
    words: list[str] = []
    for token in text.split():
        lowered = token.lower()
        if lowered in lexicon().small_in_titles:
            words.append(lowered)
        elif len(token) <= 3 and not (title and re.search("[AEIOUY]", token)):
            words.append(token)
        else:
            words.append(token.capitalize() if title or not words else lowered)
    return " ".join(words)


def _split_at_marks(text: str) -> list[str]:
    text = re.sub(r"^o (?=[A-Z])", "", text.lstrip(_MARKS + " -"))
    return [part.strip() for part in _MARKS_INSIDE.split(text) if part.strip()]


def _split_at_stops(text: str) -> list[str]:
    """Split where a sentence ends, not after "e.g.", "Inc." or an initial."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        head = text[start : stop.end()].rstrip()
        if head.endswith(".") and _SHORT_FORMS.search(head):
            continue
        found.append(head)
        start = stop.end()
    return [part for piece in [*found, text[start:]] for part in _split_at_verbs(piece)]


def _split_at_verbs(text: str) -> list[str]:
    """Split "… for clients Prepared reports …": bullets that lost their marks and stops between them."""
    words, parts = text.split(" "), []
    start = 0
    for place in range(3, len(words) - 2):
        if place - start >= 3 and _begins_anew(words[place - 1], words[place], words[place + 1]):
            parts.append(" ".join(words[start:place]))
            start = place
    return [*parts, " ".join(words[start:])]


def _begins_anew(before: str, token: str, following: str) -> bool:
    """Tell whether a word inside a sentence is the large first verb of another bullet."""
    ends = before.lower() not in lexicon().left_open and not before.endswith((".", ",", ":", ";", "-", "/"))
    if not (ends and token.istitle() and token.isalpha() and following.islower()):
        return False
    if is_past(token) and base_of_past(token) is not None:
        return before.islower() or before.isdigit() or token.lower() not in _OF_NAMES
    known = lexicon().verbs if following in {"the", "a", "an", "all"} else lexicon().clear_verbs
    return before.isalpha() and before.islower() and token.lower() in known


def _finished(sentence: str) -> str:
    """Return the sentence without its stop, with closed brackets and quotes, not ending in the middle of a thought."""
    sentence = balanced(sentence.strip().strip(_MARKS + " -"))
    sentence = re.sub(r"(?<=[a-z)]) & (?=[a-z])", " and ", sentence)
    sentence = re.sub(r"\b([^\W\d_]{4,}) \1\b", r"\1", sentence)  # a word set twice at the end of a line
    sentence = re.sub(r"(?<!etc)[\s.;:,!?]+$", "", sentence).strip()
    words = sentence.split()
    if sentence.isupper() and len(words) > 3:
        sentence = sentence_case(sentence, title=False)
    elif _TITLE_CASE.search(sentence) and sum(token[0].isupper() for token in words) > 0.7 * len(words):
        sentence = f"{words[0]} {small_phrase(' '.join(words[1:]))}"
    return _uncut(sentence)


def _uncut(sentence: str) -> str:
    """Return a sentence that was cut off ("…, resulting in a") without the clause that has no end."""
    words = sentence.split()
    while words and words[-1].strip(",;:").lower() in lexicon().left_open:
        words.pop()
    kept = " ".join(words).rstrip(" ;:,")
    clause = _UNENDED_CLAUSE.search(kept)
    if len(words) < len(sentence.split()) and clause and len(kept[: clause.start()].split()) >= 3:
        return kept[: clause.start()].rstrip(" ,")
    return kept
