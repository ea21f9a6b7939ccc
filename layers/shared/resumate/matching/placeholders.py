"""Tells what a template left to be filled in ("Company Name", "Job description 1", lorem ipsum) from what a person wrote.

A resume made from a template is read like any other, and its blanks look like facts: a letter would say "I hold a Degree
Name". `candidates.is_usable` leaves such passages out of everything a letter may stand on; `letters.number_evidence`
forgets such a name of an employer or a title where the text below it is a person's own; `actions.write_queued_letter`
says that lines were left out. What may be the real name of something ("Project 2", "ABC News", "Title 9") is no blank.
"""

from collections.abc import Iterable
from typing import Final

from resumate.documents.model import Line
from resumate.matching.pattern import Pattern

_BRACKETED: Final = Pattern(
    r"""
    [\[{<](?:your|the|name of|insert|enter|add|type|first|last|full|company|employer|organi[sz]ation|job|position|role|title|degree
    |school|university|college|institution|city|state|country|location|place|address|phone|email|date|month|year|start|end|number
    |project|skill|language|certificat\w+|award|description|responsibilit\w+|achievement|technolog\w+|industry|field|reference)
    \b[^\]}>\n]{0,60}[\]}>]
    |_{4,}|(?:\.\s?){6,}
    """
)
_NAMED: Final = Pattern(
    r"""
    \b(?:your|enter|insert|type|first|last|full)\s+(?:own\s+)?(?:company|employer|organi[sz]ation|job|position|role|degree|school|university
    |college|city|street|address|phone|telephone|e-?mail|project|name|title|profession|discipline|field of study|tagline)(?:\s+(?:name|title|number|here|or \w+ here))?\s*(?:$|here\b|[|,(])
    |\b(?:company|employer|organi[sz]ation|business|school|university|college|institution|degree|certificate|certification|course|award
    |project|client|product|programme|program)\s+name\b(?!\s+(?:and|changes?|servers?|resolution))
    |\b(?:job|position|role)\s+(?:title|description|responsibility|duty)\s*(?:\d{1,2}\b|here\b|$|[|,(–—-])
    |\b(?:company|employer|organi[sz]ation|university|school|college|institution|degree)\s+(?:\d{1,2}|[A-D]|[XYZ])(?=\s*(?:$|[|,.;:()–—-]))
    |\b(?:achievement|accomplishment|responsibility|duty|description|bullet(?: point)?|skill|hobby|interest|award|certification|strength
    |publication|reference)\s+(?:\d{1,2}|here)(?=\s*(?:$|[|,.;:()–—-]))
    |\b(?:company|corp|corporation|inc|firm|organi[sz]ation|university|college|school|client|employer|startup)\s+(?:ABC|XYZ|XXX?)\b
    |\b(?:ABC|XYZ|XXX)\s+(?:company|corp|corporation|inc|ltd|llc|gmbh|firm|organi[sz]ation|university|college|school|feature|project
    |technolog(?:y|ies)|solutions|method|client|product|system)\b
    |(?-i:\bXYZ\b)(?!\s*(?:axis|axes|coordinates?|stage|table|-))
    |\bcity,\s*(?:state|country|st|province)\b|\bfirst\s*name\s+last\s*name\b|\bmonth\s+(?:year|yyyy|20xx)\b|\bmm/(?:yyyy|yy)\b
    |\b(?:19|20)(?:xx|yy|\?\?)\b|\bX{2,}\s?%|(?<![\w.])(?-i:X)\s?(?:%|percent\b|years?\b)
    |\blorem\s+ipsum\b|\bplaceholder\b|\btext\s+goes\s+here\b|\bSTAR\s+method\b.{0,40}\bsituation\b
    |\baccomplished\s+(?:\W?X\W?\s+)?as\s+measured\s+by\b|\b(?:brief|short)\s+description\s+of\s+(?:your|the|what)\b
    |\btech(?:nolog\w+)?\s+used\b.*\betc\b
    |\b(?:list|describe|mention|write|summari[sz]e|highlight)\s+(?:here\s+)?your\s+(?:key\s+|main\s+|relevant\s+)?(?:skills|responsibilities|achievements|experience|duties
    |tasks|accomplishments|job)\b
    |\b(?:name|nom)\s+(?:der firma|des unternehmens|de l['’]entreprise)|\bfirmenname\b
    |\bnom\s+de\s+(?:la\s+société|l['’]école)|\bnombre\s+de\s+la\s+(?:empresa|universidad)\b|\bihr\s+name\b|\bvotre\s+nom\b|\bsu\s+nombre\b
    """
)
_LATIN: Final = frozenset(
    """
    adipiscing adipisicing aliqua aliquam aliquet aliquip amet ante arcu auctor augue bibendum blandit condimentum congue consectetur
    consequat convallis cras curabitur cursus dapibus diam dictum dignissim dolore donec dui duis efficitur egestas eget eiusmod eleifend
    elementum elit enim erat eros etiam euismod eu exercitation facilisis fames faucibus felis fermentum feugiat finibus fringilla fusce
    gravida habitant hendrerit iaculis imperdiet incididunt interdum ipsum irure justo labore laboris lacinia lacus laoreet lectus leo
    libero ligula lobortis lorem luctus maecenas magna malesuada massa mattis mauris maximus metus mollis morbi nam nec neque netus nibh
    nisi nisl nostrud nulla nullam nunc odio orci ornare pellentesque pharetra placerat porttitor posuere praesent pretium proin pulvinar
    purus quam quis quisque rhoncus risus rutrum sagittis sapien scelerisque sed sem semper senectus sit sodales sollicitudin suscipit
    suspendisse tellus tempor tempus tincidunt tristique turpis ullamco ullamcorper ultrices ultricies urna ut varius vehicula vel velit
    venenatis veniam vestibulum vitae vivamus viverra volutpat vulputate
    """.split()
)
_LATIN_LEAST: Final = 3
_LATIN_SHARE: Final = 0.4
_WORD: Final = Pattern(r"[^\W\d_]{2,}")


def is_placeholder(text: str) -> bool:
    """Tell whether a line, a heading or a name holds a blank of a template instead of what belongs there."""
    return _BRACKETED.search(text) is not None or _NAMED.search(text.strip()) is not None or _is_filler_latin(text)


def placeholder_lines(lines: Iterable[Line]) -> list[int]:
    """Return the numbers of the lines that a template left to be filled in."""
    return [line.number for line in lines if is_placeholder(line.masked)]


def _is_filler_latin(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    known = [word for word in words if word in _LATIN]
    return len(set(known)) >= _LATIN_LEAST and len(known) >= _LATIN_SHARE * len(words)
