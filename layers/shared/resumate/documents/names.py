"""Finds a person's name in running text: whole, turned round, with initials, and each of its parts alone.

Used by `masking`. A part that is also a word, a month, a place or a product ("Will", "May", "Baker", "Ruby") is taken for
the person only where the sentence says so. A company that bears the surname ("Smithson & Daughters Ltd") stays readable:
it is an employer, which the gate compares with the job and a reader with the file, and its name says of nobody that it
is theirs. Where it is not clear that a company is meant, the part is masked, and comes back when the letter is rendered.
"""

import functools
import re
import unicodedata
from typing import Final

from msgspec import Struct

_PARTICLES: Final = frozenset(
    "von van de der den del della di da la le el al bin ibn du dos das ten ter zu y e st mc mac o d jr sr ii iii".split()
)
# Words, months, trades, tools: names that a resume says far more often of other things.
_WORDS: Final = frozenset(
    """ace ada amber an angel ansible apple april archer art ash august autumn azure baker ball bamboo bank banks barber basic bay
    beach bean bear bell berry best big bill bing bird bishop black bliss bloom blue bob bolt bond booker branch brand brave bread
    bridge bridges bright brook brooks brown buck bull burns bush butcher butler can candy carol carpenter carter case cash
    cassandra castle chai chance chandler chapman charity charm chase chef chew chin chip chow church clay clear clement cliff
    clojure cloud coach cobol cole constant cook cooper coral cotton court crane creek crisp cross crow crown crystal curtain
    cypress dagger daisy dale dart dash dawn day days dean dear delta diamond dick django do dock dollar dot dove drew driver duke
    dyer early earth east easter echo eiffel ember english erlang eve ever fair fairy faith falcon fan fang farmer field fields fine
    finger fish fisher flask flower flowers ford forest forge fortune foster fountain fowler fox frank freedom freeman french friend
    frost fuller gardener gardner garlic gatsby gauss gem gene genesis german glass glory gold golden gong good goodman grace grant
    grass gray green grey grove guy hall hammer hand hands hang harbor hardy harmony harper hart harvest harvey haskell haven hawk
    hazel he head heart heath heather helm hero hill hills hive holiday holly hong hood hook hope horn house hunt hunter ice iris
    irons island ivory ivy jack jade jasper java jay jean jenkins jest jet jewel jira job jobs john joiner jolly journey joy judge
    julia july june junior justice kafka keen key king kings kite knight kotlin lake lamb lambda lance land lane large lark laurel
    law lawn laws leaf lee legend lemon liberty light lily link lisp little lock long lord love low luck lucky ma magic main major
    man manners maple march marine mark market marks mars marsh marshal marshall mason masters matlab max may mayor me means melody
    mercy merit merry meteor miller mills mine mint miracle mocha monday moon moore morning moss mount mountain music my nation neat
    nest new newman newton nick night no noble node north nova oak ocean olive opal oracle orange page pain palm pan pang park
    parker parks parson pascal pat patience peace peach pearl peg pen penny pepper perl person pet piece pike pilgrim pin pine ping
    piper plant plum poisson polish pond pool pope porter potter powder power powers precious price pride priest prince princess
    prior providence puppet purple python queen quick quill racket rain rainbow ranger raven ray rays read reader reading ready reed
    reef rice rich richest ridge ring rise river rivers roads rob robin rock rocky rod roman romance root rose royal ruby rush rust
    rusty sage salt sand sands sandy sang sas savage sawyer scala scarlet sea season seasons self senior sergeant shade sharp
    shepherd sheriff shine shoemaker shore short silk silver sinatra sincere singer skip skipper sky small smart smith snow so son
    song south spark sparks sparrow spear speed spice spock spring stable stag star stark starling stars steel stern stewart still
    stone stones storm story stout street strong style sue summer summers sun sunday sung sunny swan sweet swift sword tailor tang
    tanner temple thatcher thorn thyme tide tiger timber tong tower towers town trace travis treasure tree true truth tucker turner
    twig union unique unity vagrant vale valley van vault victor victory violet virgin virtue vue wade wagon wales walker wall walls
    wan ward warm warner waters watson wave way we weaver webb week weeks well wells west wheat wheeler white wild wilder will
    willow wills win winner winter winters wise wish wolf wolfram wonder wood woods wool word words worth wren wright yard you young""".split()
)
_VERB: Final = (
    r"(?:is|was|has|had|led|leads|holds|held|brings|built|builds|wrote|writes|ran|runs|won|grew|drove|taught|teaches|made|makes|took|takes|"
    r"speaks|spoke|works|joins|began|became|currently|also|then|did|does|kept|keeps|gave|combines|enjoys|loves|lives|knows|[a-z]{3,}ed)"
)
_TITLE: Final = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Mme|Sra?|Señora?)\b\.?"
_BEGINS: Final = r"(?:^|[.!?:•–—-]\s|[\"“(])"
# What makes a company of a surname: partners, or within three words what only companies and institutions are called.
_FIRM: Final = re.compile(
    r"(?:\s+&\s+[^\W\d_a-z]|(?:\s+[^\W\d_a-z][\w'’&.-]*){0,3}?,?\s+(?:Inc|LLC|LLP|Ltd|Limited|GmbH|AG|SA|SARL|PLC|"
    r"Corp|Corporation|Company|Group|Bank|Hospital|Clinic|University|College|Institute|School|Academy|Foundation|Laborator(?:y|ies)|Labs?|"
    r"Systems|Solutions|Technologies|Software|Consulting|Partners|Services|Studios?|Holdings|Industries|Associates|Bros|Brothers|Sons|"
    r"Daughters|Motors?|Museum|Library|Press|Media|Capital|Ventures|Insurance|Pharma\w*|Foods?|Hotels?|Stores?|Restaurants?)\b)"
)
_APOSTROPHE: Final = re.compile("['’]")
_CJK: Final = re.compile("^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$")


def begins_firm(match: re.Match[str]) -> bool:
    """Whether what was found is the first word of a company's name rather than the person's."""
    return _FIRM.match(match.string, match.end()) is not None


class NamePattern(Struct, frozen=True):
    """What finds one form of a name: a quick test whether it can be there, the pattern, the number of its placeholder."""

    sign: str
    pattern: re.Pattern[str]
    number: int


@functools.lru_cache(maxsize=8)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that are masked alone, then the same in capitals.

    Placeholder number 1 is the whole name; the part at index i of this tuple has number i + 2. The order depends on the
    name alone, so what was masked long ago can still be restored.
    """
    if _CJK.match(name):
        return (name[1:],) if len(name) == 3 else ()
    words = [word.strip(".,") for word in name.split()]
    parts = [word for word in words if len(word) > 1 and word.casefold() not in _PARTICLES]
    if len(words) == 1:
        parts = []  # the whole name is one word
    pieces = [piece for part in parts if "-" in part for piece in part.split("-") if len(piece) > 2]
    spelled = list(dict.fromkeys([*parts, *pieces]))
    return (*spelled, *(part.upper() for part in spelled))


@functools.lru_cache(maxsize=8)
def name_patterns(name: str) -> tuple[NamePattern, ...]:
    """Return what finds a name in running text: first the whole in all its forms, then its parts."""
    words = name.split()
    parts = name_parts(name)
    found = [NamePattern(_sign(words[-1]), pattern, 1) for pattern in _whole(words)]
    for number, part in enumerate(parts, start=2):
        pattern = _part(part, ordinary=part.casefold() in _WORDS)
        if pattern is not None:
            found.append(NamePattern(_sign(part), pattern, number))
    return tuple(found)


def _whole(words: list[str]) -> list[re.Pattern[str]]:
    """Return patterns of the whole name: as written, turned round, with initials, glued as a user name."""
    space = r"[\s\u00a0]+"
    if len(words) == 1:
        if words[0].casefold() in _WORDS and (told := _part(words[0], ordinary=True)) is not None:
            return [told]
        edges = ("", "") if _CJK.match(words[0]) else (r"(?<![\w\u27e6])", r"(?![\w\u27e7])")
        return [re.compile(f"{edges[0]}{re.escape(words[0])}{edges[1]}", re.IGNORECASE)]
    first, last, initial = _spelled(words[0]), _spelled(words[-1]), re.escape(words[0][0])
    forms = [
        space.join(map(_spelled, words)),
        rf"{last},?{space}{first}",
        rf"{first}{space}(?:[^\W\d_]\.?{space})?{last}",
        rf"(?:{initial}\.[\s-]?(?:[^\W\d_]\.[\s-]?)*){last}",
        rf"{last},{space}{initial}\.?(?:\s?[^\W\d_]\.)*(?!\w)",
        rf"@?{first}[._-]?{last}\d{{0,4}}",
        rf"@?{last}[._-]?{first}\d{{0,4}}",
    ]
    return [re.compile(rf"(?<![\w\u27e6]){form}(?![\w\u27e7])", re.IGNORECASE) for form in forms]


def _part(part: str, *, ordinary: bool) -> re.Pattern[str] | None:
    """Return what finds one part alone, in the case it is written in; None for an ordinary word in capitals."""
    if _CJK.match(part):
        return re.compile(re.escape(part))
    form = _spelled(part)
    if not ordinary:
        return re.compile(rf"(?<![\w\u27e6-])(?<![&+] ){form}(?![\w\u27e7])(?!-[^\W\d_a-z])")
    if part.isupper():
        return None
    addressed = rf"(?P<title>\b{_TITLE}\s+){form}(?!\w)"
    told = rf"(?P<start>{_BEGINS}){form}(?=\s+{_VERB}\b|, (?:an?|the|who|our|whose)\b|['’]s\s+[a-z])"
    return re.compile(f"{addressed}|{told}")


def _spelled(word: str) -> str:
    """Return a pattern of a word as written and without its accents, with either apostrophe."""
    forms = [_APOSTROPHE.sub("['’]", re.escape(form)) for form in dict.fromkeys((word, _plain(word)))]
    return f"(?:{'|'.join(forms)})"


def _sign(word: str) -> str:
    """Return letters without which a word cannot be in a text, however it is spelled; "" where nothing is sure."""
    letters = re.match("[A-Za-z]*", word)
    return letters[0].casefold() if letters and _plain(word) == word else ""


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
