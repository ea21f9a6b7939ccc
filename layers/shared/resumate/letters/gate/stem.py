"""Brings words to a common root, so that "migrated", "migrating" and "migration" are one word to the gate.

Small and made for the vocabulary of resumes; an error here only ever makes two words look related or
unrelated to `gate.meaning`, numbers and names are compared as written. English has its own rules, other
languages share a few endings and are compared by their beginnings (`same_root`).
"""

import re
from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    form: base
    for base, forms in {
        "lead": "led", "build": "built rebuilt rebuild", "write": "wrote written rewrote rewritten rewrite", "run": "ran",
        "teach": "taught", "grow": "grew grown", "sell": "sold", "hold": "held", "drive": "drove driven", "make": "made",
        "bring": "brought", "win": "won", "keep": "kept", "begin": "began begun", "oversee": "oversaw overseen oversight",
        "speak": "spoke spoken", "take": "took taken", "give": "gave given", "find": "found", "leave": "left",
        "meet": "met", "send": "sent", "spend": "spent", "buy": "bought", "deal": "dealt", "feed": "fed", "draw": "drew drawn",
        "choose": "chose chosen choice", "rise": "rose risen", "fall": "fell fallen", "become": "became", "see": "saw seen",
        "understand": "understood", "know": "knew known", "think": "thought", "show": "shown", "tell": "told", "say": "said",
        "learn": "learnt", "go": "went gone", "use": "used using uses usage", "do": "did done does", "have": "had has having", "be": "is are was were been being am",
        "get": "got gotten", "come": "came", "break": "broke broken", "fly": "flew flown", "seek": "sought", "sing": "sang sung",
        "catch": "caught", "fight": "fought", "undertake": "undertook undertaken", "lay": "laid", "pay": "paid", "lose": "lost loss losses",
        "shrink": "shrank shrunk", "sit": "sat", "stand": "stood", "strive": "strove", "wear": "wore", "mean": "meant",
        "analyze": "analysis analyses analyse analysed analysing analytic analytics analytical analyst analysts",
        "child": "children", "person": "people persons", "man": "men", "woman": "women", "datum": "data",
        "criterion": "criteria", "life": "lives", "half": "halves", "foot": "feet", "day": "daily days", "month": "monthly months",
        "week": "weekly weeks", "year": "yearly years", "quarter": "quarterly quarters", "half-year": "semiannual",
        "solve": "solution solutions resolved resolve resolving resolution", "decide": "decision decisions",
        "sale": "sales", "maintain": "maintenance", "explain": "explanation explanations", "receive": "receipt receipts reception",
        "describe": "description descriptions", "subscribe": "subscription subscriptions subscriber subscribers",
        "retain": "retention", "acquire": "acquisition acquisitions", "intrn": "intern interns internship internships interned",
        "intrnal": "internal internally", "intrnation": "international internationally", "commnity": "community communities",
        "univrsity": "university universities", "genral": "general generally", "busness": "business businesses",
        "nurse": "nursing nurses", "safe": "safety safely", "high": "height", "long": "length", "deep": "depth", "big": "biggest bigger", "large": "largest larger", "fast": "fastest faster", "young": "youngest younger", "old": "oldest older", "small": "smallest smaller", "wide": "width",
        "strong": "strength strengths", "grad": "graduate graduates graduated graduating graduation", "undergrad": "undergraduate undergraduates",
        "product": "product products", "prodction": "production", "comput": "computer computers computing", "custmer": "customer customers",
        "plan": "plan plans planned planning planner planners", "plant": "plant plants planted planting", "late": "lateness",
        "order": "order orders ordered ordering", "invent": "invent invented inventing invention inventions", "inventry": "inventory inventories",
        "past": "past", "paste": "paste", "paper": "paper papers", "state": "state states", "polic": "police", "policy": "policy policies",
        "secretry": "secretary secretaries", "organise": "organisation organisations organization organizations", "organ": "organ organs organic",
        "interst": "interest interests interested interesting", "intract": "interact interacts interacted interaction interactive",
        "interview": "interview interviews interviewed interviewing", "interf": "interface interfaces", "experim": "experiment experiments experimental",
        "experience": "experience experiences experienced", "expert": "expert experts expertise",
    }.items()
    for form in forms.split()
}  # fmt: skip
_PASTS: Final = frozenset(
    "led built rebuilt wrote rewrote ran taught grew sold held drove made brought won kept began oversaw spoke took gave found left met sent spent bought dealt fed drew chose rose fell became saw "
    "understood knew thought showed told said learnt went did got came broke flew sought sang caught fought undertook laid paid lost shrank sat stood strove wore meant cut set put".split()
)
_BRITISH: Final = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("yse", "yze"), ("ysing", "yzing"), ("ysed", "yzed"), ("ogue", "og"), ("programme", "program"), ("centre", "center"))  # fmt: skip
_BRITISH_ENDINGS: Final = tuple(british for british, _ in _BRITISH)
_KEEP_ISE: Final = frozenset(
    "rise arise raise praise exercise expertise enterprise advertise supervise revise advise precise concise promise premise noise wise "
    "otherwise franchise merchandise televise devise surprise comprise compromise disguise".split()
)
_INFLECTIONS: Final = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zes", "ze"))
_DERIVATIONS: Final = (
    "izations", "ization", "ational", "fulness", "iveness", "ations", "ation", "ements", "ement", "ments", "ment", "ities", "ility",
    "ively", "ingly", "ously", "ically", "ically", "ition", "ative", "ators", "ator", "ances", "ance", "ures", "ure", "ences", "ence", "ency", "ancy", "ness", "ship", "ions", "ion",
    "ally", "able", "ible", "ical", "ular", "ous", "ive", "ity", "ize", "ing", "ers", "ors", "ate", "ful", "ist", "ism", "ant", "ent", "ary", "ery", "ory", "er", "or",
    "al", "ic", "ly", "ed", "at", "y", "e",
)  # fmt: skip
_RANKS: Final = {ending: rank for rank, ending in reversed(list(enumerate(_DERIVATIONS)))}
_DERIVATION_MOST: Final = max(map(len, _DERIVATIONS))
_ROOT_LEAST: Final = 4
_SHORT: Final = re.compile(r"[^aeiouy]?[^aeiouy][aeiou][^aeiouwxy]")
_FOREIGN_ENDINGS: Final = (
    "ierungen", "ierung", "ungen", "ung", "ierten", "ierte", "ieren", "iert", "ationen", "ation", "lichen", "liche", "lich", "heiten", "heit", "keiten", "keit",
    "iciones", "aciones", "ación", "ición", "ción", "amiento", "imiento", "mente", "ements", "ement", "ateurs", "ateur", "ations", "ables", "able",
    "ando", "iendo", "aron", "ieron", "aient", "ais", "ait", "ées", "ée", "és", "er", "ir", "ar", "en", "em", "es", "te", "ten", "et", "é", "ó", "n", "s", "e", "a", "o", "t",
)  # fmt: skip


def stem(word: str, language: str = "en") -> str:
    """Return the root of one lower-case word."""
    return _english(word) if language == "en" else _foreign(word)


def is_irregular_past(word: str) -> bool:
    """Tell whether a lower-case word is the past of an irregular verb ("wrote", "led")."""
    return word in _PASTS


@lru_cache(maxsize=20_000)
def form(word: str, language: str = "en") -> str:
    """Return a word without its inflection alone: "directed" and "direct" are one, "director" is another."""
    if language != "en":
        return stem(word, language)
    word = word.removesuffix("'s").removesuffix("’s")
    word = _singular(_IRREGULAR.get(word, word))
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and any(vowel in rest for vowel in "aeiouy"):
            word = _undoubled(rest)
            break
    return word.removesuffix("e")


def same_root(left: str, right: str) -> bool:
    """Tell whether two roots belong together: equal, or one begins with the other and is hardly longer."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= 5 and len(long) - len(short) <= 3 and long.startswith(short)


@lru_cache(maxsize=20_000)
def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s").replace("-", "")
    if base := _IRREGULAR.get(word):
        return _root(base)
    if word.endswith(_BRITISH_ENDINGS) and word not in _KEEP_ISE and word.rstrip("sd") not in _KEEP_ISE:
        for british, american in _BRITISH:
            if word.endswith(british) and len(word) > len(british) + 2:
                word = word.removesuffix(british) + american
                break
    if len(word) > 5 and word.endswith("our"):
        word = word.removesuffix("our") + "or"
    word = _singular(word)
    return _root(_IRREGULAR.get(word, word))


def _singular(word: str) -> str:
    if not word.endswith("s"):
        return word
    for ending, replacement in _INFLECTIONS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + replacement
    if len(word) > 3 and word[-2] not in "sui":
        return word[:-1]
    return word


def _root(word: str) -> str:
    """Strip inflection, then at most two derivations, never below `_ROOT_LEAST` letters."""
    for ending in ("ing", "ed"):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and any(vowel in word[: -len(ending)] for vowel in "aeiouy")
        ):
            word = _with_silent_e(word.removesuffix(ending))
            break
    return _undoubled(_without_derivation(_without_derivation(word)))


def _without_derivation(word: str) -> str:
    """Cut off the ending that stands first in the list of those that fit."""
    most = min(_DERIVATION_MOST, len(word) - _ROOT_LEAST)
    fitting = [word[-length:] for length in range(1, most + 1) if word[-length:] in _RANKS]
    return word.removesuffix(min(fitting, key=_RANKS.__getitem__)) if fitting else word


def _with_silent_e(word: str) -> str:
    """Undo "running" to "run", and "saving" to "save"."""
    undoubled = _undoubled(word)
    return f"{word}e" if undoubled == word and _SHORT.fullmatch(word) else undoubled


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] != "s" else word


@lru_cache(maxsize=20_000)
def _foreign(word: str) -> str:
    if word.startswith("ge") and len(word) > 7 and word.endswith(("t", "en")):
        word = word[2:]
    for ending in _FOREIGN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT_LEAST:
            return word.removesuffix(ending)
    return word
