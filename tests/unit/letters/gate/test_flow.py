"""What a sentence says through the one before it."""

from resumate.letters.gate.flow import settle
from resumate.letters.model import Finding, Sentence, SentenceState
from tests.unit.letters.gate.judging import claim, evidence

MILL = evidence(1, "Trained nine bakers")
HARBOUR = evidence(2, "Built ovens", organisation="Harbour Works")


def settled(*told):
    sentences = [Sentence(text=text, paragraph=0, state=state, findings=[]) for text, state, _ in told]
    claims = [claim(text, *items, uncited=[MILL, HARBOUR]) for text, _, items in told]
    return settle(sentences, claims)


def test_there_is_the_employer_of_the_sentence_before():
    told = [("At Mill Lane I trained nine bakers.", SentenceState.SUPPORTED, [MILL])]
    same = settled(*told, ("There I trained bakers.", SentenceState.SUPPORTED, [MILL]))
    other = settled(*told, ("There I built ovens.", SentenceState.SUPPORTED, [HARBOUR]))
    assert same[1].state is SentenceState.SUPPORTED
    assert [finding.code for finding in other[1].findings] == ["moved"]


def test_what_points_back_at_a_removed_sentence_goes_with_it():
    told = settled(
        ("I led Spain.", SentenceState.REMOVED, [MILL]), ("This taught me patience.", SentenceState.PLAIN, [])
    )
    assert [finding.code for finding in told[1].findings] == ["dangling"]
    assert told[0].findings == list[Finding]()
