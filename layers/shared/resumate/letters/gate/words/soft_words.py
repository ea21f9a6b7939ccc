"""Words that colour a statement without adding a fact: manner, feeling, learning, ordinary life.

`gate.meaning` counts them little when the evidence lacks them. A word belongs here only when a letter that adds it
to a true sentence stays true in the eyes of its reader; deeds, things, people, sizes and successes do not.
"""

from functools import cache
from typing import Final

from resumate.letters.gate.stem import form

_ENGLISH: Final = """
sharpen hone deepen broaden strengthen widen shape sharpened honed refine refined
prioritise prioritize focus concentrate listen explain reflect remember realise realize explore wonder imagine
patient patience calm friendly polite kind warm honest reliable dependable dependably trusted trust trustworthy steady sound solid thorough meticulous diligent conscientious careful precise attentive punctual
quick quickly fast smooth smoothly swift prompt timely easy easily simple simply straightforward plain neat tidy orderly
busy demanding challenging hectic lively fast-paced complex difficult tough tricky varied diverse broad wide rich
rewarding satisfying enjoyable fun interesting pleasure joy proud pride love enjoyment excited
valuable useful helpful practical important essential meaningful worthwhile beneficial
proper properly right correct correctly fully whole complete entire thoroughly
kind kinds sort sorts type types variety range array number host series
question questions concern concerns matter matters problem problems issue issues
contact point person face
begin began start started beginning starting first early initially originally
finish finished end ended last final
become became turn turned
come came go went gone arrive
feel felt seem look looked looking appear appeared stand stood sit
happen happened occur
want wanted need needed like liked wish hope
try tried aim aimed seek sought strive
spend spent pass passed
live lived stay stayed remain remained
think thought believe know known mean meant
get got take took taken put
keep kept let
show shown showed prove proved proven demonstrate reflect
say said tell told ask asked answer call called
learn learned learnt lesson lessons insight insights understanding sense eye feel grasp appreciation
value values respect importance habit attitude mindset discipline approach
spread spreads across around throughout various several different many numerous multiple
line lines side hand hands basis ground base foundation groundwork
day night morning evening weekend today tomorrow
away back forth together apart along forward
small large big young old little long short new
real actual true genuine
own personal individual
trade craft profession vocation calling career path
world life people person someone else others everyone
home hometown place
thing something anything everything nothing
way ways manner means
fact reason case example instance sample
part piece bit share
lot deal plenty
free freed freeing
thanks thank grateful
instead rather yet still even
ready prepared able willing happy glad keen eager
safe safely secure
clear clearly clarity
common shared mutual
direct directly first-hand
constant constantly regular regularly routine routinely frequent frequently often
typical typically usual usually normal normally
closely hard deeply
involve involved involving include included including entail
carry carried bear
rely relied depend depended
ensure ensured ensuring make sure
follow followed according accordance line keeping
thanks due owing result resulting consequence
experience experienced
enable enabled allow allowed permit let
combine combined combining combination mix blend
balance balanced
bring brought bringing
adapt adapted
comfortable confident confidence
fellow
conform conforms meet meets comply complies satisfy satisfies
behind under
exam
able ability
deadline pressure pace
detail details attention
successfully
environment setting atmosphere
daily everyday day-to-day
responsibility responsible
effort energy
hand by-hand manually
entire
mind heart spirit
thus therefore hence
local nearby
current present recent
"""


@cache
def soft_forms() -> frozenset[str]:
    """Return the soft words without their inflection."""
    return frozenset(form(word) for word in _ENGLISH.split())
