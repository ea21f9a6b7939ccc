"""English verbs: their forms, and telling a verb from a noun at the start of a line.

`prose_lines.py` and its readers ask here what a line begins with. Forms are made by rule from the lists in
`lexicon.py`; no verb is ever replaced by another one.
"""

from __future__ import annotations

import re

from lexicon import is_role, lexicon, word

_OWN_THIRD_PERSON = {"is": "be", "has": "have", "does": "do", "goes": "go"}
_DESCRIBED = frozenset(("passionate", "skilled", "experienced", "proficient", "committed"))
_SAME_IN_THE_PAST = frozenset(("beat", "bid", "cut", "hit", "put", "set", "read", "shut", "spread", "split"))
_COUNT = re.compile(r"\W*\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
# "Time-served", "PhD-qualified" describe; "co-founded", "re-architected", "cross-trained" tell.
_DESCRIBING = re.compile(r"(?<!^co)(?<!^re)(?<!^pre)(?<!^out)(?<!^cross)(?<!^self)(?<!^peer)-\w+ed$")


def past(base: str) -> str:
    """Return the past form of a base verb ("plan" gives "planned")."""
    if base in lexicon().pasts:
        return lexicon().pasts[base]
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def gerund(base: str) -> str:
    """Return the -ing form of a base verb ("cut" gives "cutting")."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def base_of_past(token: str) -> str | None:
    """Return the base of a past form when it is a known verb ("wrote" gives "write"), else None."""
    lowered = word(token)
    if lowered in lexicon().bases:
        return lexicon().bases[lowered]
    return _restored(lowered, "ed") if lowered.endswith("ed") else None


def base_of_gerund(token: str) -> str | None:
    """Return the base of an -ing form of a known verb, else None."""
    lowered = word(token)
    return _restored(lowered, "ing") if lowered.endswith("ing") else None


def base_of_third_person(token: str) -> str | None:
    """Return the base of a form in -s of a known verb ("manages" gives "manage"), else None."""
    lowered = word(token)
    if lowered in _OWN_THIRD_PERSON:
        return _OWN_THIRD_PERSON[lowered]
    if not lowered.endswith("s"):
        return None
    candidates = [lowered[:-1]]
    if re.search(r"(?:s|x|z|ch|sh|o)es$", lowered):
        candidates.append(lowered[:-2])
    if lowered.endswith("ies"):
        candidates.append(lowered[:-3] + "y")
    return next((candidate for candidate in candidates if candidate in lexicon().verbs), None)


def with_second_verb(phrase: str) -> str:
    """Give the second verb of "manage X and trains Y" the first person too."""
    tokens = phrase.split(" ")
    for place in range(1, len(tokens)):
        joined = tokens[place - 1] in {"and", "or", "but"} or tokens[place - 1].endswith(",")
        base = base_of_third_person(tokens[place]) if joined and tokens[place].islower() else None
        follows = tokens[place + 1] if place + 1 < len(tokens) else ""
        surely = follows in {"to", "the", "a", "an", "with", "all", "on", "directly"}
        if base and (base in lexicon().clear_verbs or surely):
            tokens[place] = {"be": "am"}.get(base, base)
        elif tokens[place - 1] == "and" and word(tokens[place]) in _DESCRIBED:
            tokens[place] = "am " + tokens[place]
    return " ".join(tokens)


def is_past(token: str) -> bool:
    """Tell whether a first word is a verb in the past: "Led", "Built", also an unknown word in -ed."""
    lowered = word(token)
    if lowered in lexicon().participles or _DESCRIBING.search(lowered):
        return False
    if lowered in lexicon().bases:
        return lowered not in lexicon().pasts or lowered in _SAME_IN_THE_PAST
    told = lowered.endswith("ed") and lowered.isascii()
    return told and (len(lowered) > 4 or _restored(lowered, "ed") is not None)


def is_count(token: str) -> bool:
    """Tell whether a word counts things: "12", "£2m", "60+", "one"."""
    return _COUNT.match(token) is not None


def is_base(tokens: list[str]) -> bool:
    """Tell whether the first word of a line is a verb in the present: "Meet with clients", not "Project manager"."""
    if len(tokens) < 2 or word(tokens[0]) in lexicon().joining_words:
        return False
    first, following = word(tokens[0]), word(tokens[1])
    if first not in lexicon().verbs:
        noun = first.endswith(("s", "ing", "ed", "ly", "tion", "ment", "ness"))
        return tokens[1] in {"the", "a", "an"} and tokens[0].isalpha() and not noun
    if following == "of" and is_role(first):
        return False
    if first not in lexicon().ambiguous_verbs or following in lexicon().determiners or is_count(tokens[1]):
        return True
    return _is_verb_here(tokens, following)


def _is_verb_here(tokens: list[str], following: str) -> bool:
    """Judge a word such as "support" or "plan" by what stands after it."""
    if tokens[1].istitle() and following not in lexicon().names:
        return False
    if following in {"of", "is", "was"} or tokens[0].endswith(":"):
        return False
    if following in {"in", "at", "from", "by"}:
        return word(tokens[0]) in {"work", "act", "help", "respond", "report", "serve", "trade", "volunteer"}
    if following in {"and", "or"} or tokens[0].endswith(","):
        second = word(tokens[1] if tokens[0].endswith(",") else tokens[2]) if len(tokens) > 3 else ""
        return second in lexicon().verbs and not is_role(tokens[-1])
    if following in {"with", "to", "on", "for", "up", "out", "over", "as", "alongside", "directly", "closely"}:
        return True
    if len(tokens) > 2 and word(tokens[2]).endswith("s") and is_role(word(tokens[2]).removesuffix("s")):
        return True  # "mentor student nurses"
    noun = following in lexicon().head_nouns or is_role(following) or following.endswith("ing")
    return len(tokens) > 2 and word(tokens[0]) != "master" and not noun


def _doubled(base: str) -> str:
    return base + base[-1] if base in lexicon().doubling_verbs else base


def _restored(form: str, ending: str) -> str | None:
    """Undo an ending: doubled letters, a dropped e, y turned into ie."""
    stem = form[: -len(ending)]
    candidates = [stem, stem + "e"]
    if ending == "ed" and stem.endswith("i"):
        candidates.insert(0, stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        candidates.append(stem[:-1])
    return next((candidate for candidate in candidates if candidate in lexicon().verbs), None)
