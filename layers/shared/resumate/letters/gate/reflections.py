"""Finds where a clause stops telling facts and says what the person made of them: learned, values, enjoys, feels at home with.

"… which taught me to find the right tone", "so helping a team grow is part of my routine": such words colour what the cited
lines prove, and `gate.meaning` asks no line for them. What could be false is not coloured: a deed a reader would check
stays a claim wherever it stands, and names and numbers have checks of their own.
"""

import re
from collections.abc import Sequence
from typing import Final

from resumate.letters.gate.stem import form
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.strong_deeds import deed_forms, strong_deeds

# "Made me head of the ward", "gave me their prize" are no lessons.
_TAUGHT: Final = (
    r"(?:(?:taught|teach(?:es|ing)|show(?:ed|n|s|ing)|help(?:ed|s|ing)|train(?:ed|s|ing)|prepar(?:ed|es|ing)|convinced|remind(?:ed|s|ing)|encourag(?:ed|es|ing)|inspir(?:ed|es|ing)|"
    r"keeps?|keeping|kept|ground(?:ed|s)|allow(?:ed|s|ing)|equip(?:ped|s|ping))\s+me\b|(?:led|leads|let|lets)\s+me\s+to\b|"
    r"(?:made|mak(?:es|ing))\s+me\s+(?!responsible|in\s+charge|accountable|an?\s|the\s|their|its|head|lead|chief|manager|deputy|team)|"
    r"(?:gave|giv(?:es|ing|en)|left)\s+me\s+(?:with\s+)?(?:an?\s+|the\s+|some\s+)?(?:\w+\s+){0,2}?(?:feel|feeling|sense|eye|ear|insights?|understanding|confidence|foundation|grounding|basis|habit|taste|respect|"
    r"appreciation|idea|view|patience|practice|routine|discipline|glimpse|perspective|picture|instinct|love|interest|curiosity|knack|grasp|impression|look|start|taste)\b)"
)
_SHAPED: Final = (
    r"(?:shap(?:e|ed|es|ing)|sharpen(?:ed|s|ing)?|hon(?:e|ed|es|ing)|deepen(?:ed|s|ing)?|broaden(?:ed|s|ing)?|widen(?:ed|s|ing)?|strengthen(?:ed|s|ing)?|inform(?:ed|s)|influenc(?:ed|es)|"
    r"refin(?:ed|es)|fuel(?:led|ed|s)|spark(?:ed|s)|explain(?:s|ed)|awaken(?:ed|s)|kindled|awoke|reflect(?:s|ed))\s+my\b|"
    r"(?:improv|develop|train|test|chang|confirm)(?:ed|es|s|ing)\s+my\s+(?:own\s+)?(?:\w+\s+)?(?:sense|feel|eye|understanding|views?|ideas?|ability|patience|interest|enthusiasm|love|thinking|attention|judgement|judgment|taste|appreciation|instinct|awareness|confidence|mind)\b|"
    r"(?:shap|chang|influenc|explain|inform|affect|determin)\w*\s+(?:how|the\s+way|what|why)\s+I\b"
)
# From here to its end a clause colours.
_COLOURED_TAIL: Final = re.compile(
    rf"""
      \b{_TAUGHT} | \b(?:{_SHAPED})
    | \b(?:I|me|and)\s+(?:have\s+|'ve\s+|also\s+|always\s+|still\s+|really\s+|particularly\s+|especially\s+|quickly\s+|soon\s+|now\s+|first\s+|therefore\s+|thus\s+)*
      (?:learn(?:ed|t)|c[oa]me\s+to\s+(?:value|appreciate|understand|see|know|enjoy|love|like|respect)|understand|understood|know\s+(?:how|what|why|that|when|where|from|your|you|it|this|both|well)|enjoy(?:ed)?|value[ds]?|appreciate[ds]?|love[ds]?|like[ds]?|believe|care\s+about|realised|realized|discovered\s+(?:how|that|what|why)|saw\s+(?:how|what|why)|(?:have\s+)?seen\s+(?:how|what|why|(?:the\s+)?(?:\w+['’]s\s+)?(?:(?:other|client|customer)\w*['’]?s?\s+)?side))\b
    | \bI\s+am\s+(?:\w+\s+)?(?:used|accustomed)\s+to\s+(?!working\b|using\b)
    | \bI\s+feel\b | \bfond\s+of\b | \bI\s+can\s+(?:tell|explain|imagine|see|appreciate|relate)\b
    | \b(?:scare|frighten|worr(?:y|ie)|surprise|bother|trouble|deter|daunt|faze|intimidate|put\s+off)(?:s|d|ed)?\s+me\b
    | \b(?:deserves?|deserving)\s+(?:\w+\s+){0, 4}(?:credit|praise|thanks)\b | \b(?:has|have|had)\s+its\s+uses\b | \b(?:that|which|it)\s+(?:\w+ly\s+|often\s+|also\s+)?(?:helps?|helped|comes?\s+in)\s+(?:when|if|with|me|a\s+lot|in)\b
    | \bI(?:\s+would|['’]d)\s+(?:now\s+|also\s+|only\s+|still\s+|gladly\s+|first\s+|just\s+|happily\s+)*(?:like|love|welcome|enjoy|have|need|use|start|learn|want|be\s+(?:glad|happy|delighted|excited|pleased))\b | \bI\s+am\s+(?:\w+ly\s+)?(?:excited|curious|keen|eager|drawn|grateful)\b
    | \b(?:would|should)\s+(?:only\s+|just\s+)?have\s+to\s+learn\b
    | \b(?:can|will)\s+(?:also\s+|well\s+|certainly\s+)?(?:be\s+(?:of\s+)?(?:use|useful|helpful|handy|relevant|valuable|welcome|an\s+advantage)|come\s+in\s+(?:useful|handy)|help|serve|benefit|suit)\b
    | \b(?:should|would|could|might|may)\s+(?:\w+ly\s+|also\s+|well\s+|soon\s+)*(?:be|come|help|serve|benefit|suit|matter|interest|appeal|fit|mean|feel|seem|make|prove)\b
    | \b(?:so|which\s+means)\s+(?:that\s+)?I\s+(?:can|could|will|would|am\s+able\s+to)\b
    | \b(?:a|the)\s+(?:lesson|habit|skill|subject|topic|field|part\s+of\s+(?:the|my)\s+(?:job|work))\s+(?:that\s+|which\s+)?I\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What such a predicate says of its subject: all of the clause colours.
_COLOURED_WHOLE: Final = re.compile(
    r"""
      \b(?:close|dear)\s+to\s+my\s+heart\b
    | \b(?:something|what|work|part\s+of\s+(?:the|my)\s+(?:job|work|day))\s+(?:that\s+|which\s+)?I\s+(?:\w+\s+){0,2}(?:enjoy|value|love|like|care\s+about|miss|look\s+forward|take\s+(?:pride|pleasure)|find)\b
    | \b(?:a|the|my|an)\s+(?:\w+\s+)?(?:challenge|step|task|prospect|opportunity|chance|chapter|change)\s+(?:that\s+|which\s+)?I(?:\s+would|['’]d|['’]ve\s+been|\s+have\s+been|\s+am)\b | \bwould\s+be\s+(?:an?|the|my)\s+(?:\w+\s+){0,2}(?:step|challenge|pleasure|change|chapter)\b
    | (?:\bnot|n['’]t|\bno\s+longer|\bhardly|\bnever)\s+(?:\w+ly\s+)?(?:scare|frighten|worry|surprise|bother|trouble|deter|daunt|faze|intimidate|unsettle|impress|put)\w*\s+me\b
    | \b(?:that|this|it)\s+(?:was|is)\s+(?:the\s+)?(?:work|merit|achievement|effort|success|doing|result)\s+of\b
    | \bI(?:['’]m|\s+am)\s+(?:sure|confident|certain|convinced)\b.*\b(?:would|will|can|could)\b
    | \bI\s+(?:do\s+not|don['’]t|would\s+not|wouldn['’]t|cannot|can['’]t)\s+(?:claim|pretend|call\s+myself|say)\b
    | \b(?:felt|feels?)\s+like\s+home\b | \bno\s+longer\s+(?:scares?|frightens?|worr(?:y|ies)|surprises?|bothers?|daunts?)\b
    | \bpart\s+of\s+my\s+life\b
    | \b(?:matters?|appeals?|comes?\s+(?:naturally|easily)|means?\s+(?:a\s+lot|much)|suits?|feels?\s+(?:natural|familiar))\s+(?:a\s+(?:lot|great\s+deal)\s+)?(?:to\s+)?me\b
    | \b(?:gives?|brings?)\s+me\s+(?:\w+\s+)?(?:pleasure|joy|satisfaction)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Choosing a system is not foreign to me" says that the person has done it: only these words themselves colour.
_COLOURED_PHRASE: Final = re.compile(
    r"""
      \b(?:is|are|was|were|has\s+been|have\s+been|became)\s+(?:\w+\s+)?part\s+of\s+my\s+(?:\w+\s+)?(?:routine|work|life|day|week|job|toolset|toolkit)\b
    | \b(?:familiar|natural|second\s+nature|no\s+strangers?|nothing\s+new|(?:not|n['’]t|hardly|no\s+longer)\s+(?:new|foreign|strange)|new|foreign)\s+(?:\w+\s+)?(?:to|for)\s+me\b
    | \b(?:familiar|known|well-trodden)\s+(?:ground|territory|terrain)\b
    | \bI(?:['’]m|\s+am)\s+(?:\w+ly\s+|quite\s+)?(?:familiar|comfortable|at\s+home|at\s+ease|proud|no\s+stranger|used)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Who enjoys selling sells.
_ENJOYED: Final = re.compile(
    r"\bI\s+(?:\w+ly\s+|also\s+|still\s+|always\s+)?(?:enjoy|love|like|value)(?:ed|d)?\s+(?:\w+ly\s+)?(\w+ing)\b|"
    r"^(?:so\s+|and\s+)?(\w+ing)\b.*\b(?:I\s+(?:\w+ly\s+|still\s+|always\s+)?(?:enjoy|love|like|value)|close\s+to\s+my\s+heart|comes?\s+naturally\s+to\s+me)\b",
    re.IGNORECASE,
)
# What anybody learns from anything, and what a noun says as well ("in writing").
_EVERYDAY: Final = frozenset(
    form(word) for word in "write speak judge assess improve reduce increase prevent attract examine teach".split()
)
_DETERMINERS: Final = frozenset(
    "a an the my our your their its his her this that these those each every any no".split()
)


def colouring_words(clause: Vocabulary) -> frozenset[int]:
    """Return where the words of a clause start that only colour."""
    start = _start(clause)
    patterns = (_COLOURED_WHOLE, _COLOURED_TAIL, _COLOURED_PHRASE)
    phrases = [match.span() for pattern in patterns if (match := pattern.search(clause.text))]
    tokens = clause.tokens
    return frozenset(
        token.start
        for index, token in enumerate(tokens)
        if any(begin <= token.start < end for begin, end in phrases)
        or (token.start >= start and not _is_hard(tokens, index))
    )


def deeds_enjoyed(clause: Vocabulary) -> frozenset[int]:
    """Return where the deeds stand that somebody says to enjoy, and so to do ("I enjoy selling heat pumps")."""
    places = {match.start(group) for match in _ENJOYED.finditer(clause.text) for group in (1, 2) if match.group(group)}
    return frozenset(
        token.start
        for index, token in enumerate(clause.tokens)
        if token.start in places and _is_hard(clause.tokens, index)
    )


def _start(clause: Vocabulary) -> int:
    """Return where a clause begins to colour, its end when it does not."""
    if _COLOURED_WHOLE.search(clause.text):
        return 0
    tail = _COLOURED_TAIL.search(clause.text)
    return tail.start() if tail else len(clause.text)


def _is_hard(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word stays a claim wherever it stands: a deed that a reader would check."""
    token = tokens[index]
    noun = index > 0 and tokens[index - 1].lower in _DETERMINERS
    word = form(token.lower)
    # The root of "special" is that of "specialise", so only a gerund is told by its root.
    deed = word in deed_forms() or (token.lower.endswith("ing") and token.root in strong_deeds())
    return deed and word not in _EVERYDAY and not noun
