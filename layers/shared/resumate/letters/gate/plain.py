"""Tells whether a sentence claims nothing about the person, and so needs no evidence.

Greetings and closings, interest in the role, and statements about the company or the role that the job's own
text carries. What is not surely plain is a claim: the gate fails closed.
"""

import re
from typing import Final

from resumate.letters.clean_draft import is_salutation
from resumate.letters.gate.about_job import FIT, SELF, speaks_of_the_job
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.names import unproven_names
from resumate.letters.gate.number_match import unsupported
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.wishes import is_only_a_wish, presupposes_a_past
from resumate.letters.gate.years import years_of
from resumate.letters.sentences import is_sign_off

_INTENT: Final = re.compile(
    r"""
      \b(?:I|we)(?:'m|\ am)?\s+(?:would|will|can|could|hope|look|want|wish|welcome|like|love|thank|apply|applying|write|writing|excited|keen|eager|interested|drawn|pleased|delighted|glad|happy|enthusiastic|looking|available|confident|grateful|believe|think|admire|appreciate|share|care|read|noticed|saw|understand|invite|was|am|'d|'ll|should|may|trust|remain|have\s+(?:attached|enclosed|read|long))
    | \b(?:I'd|I'll)\b
    | \b(?:thank|thanks|please|attached|enclosed|sincerely|appeals?|attracts?|interests?\s+me|draws?\s+me|drew\s+me|excites?|speaks?\s+to\s+me|caught\s+my|resonates?|stood\s+out|stands\s+out|look(?:ing)?\s+forward|reasons?|happy\s+to|glad\s+to|delighted\s+to)\b
    | \b(?:ich\s+(?:bewerbe|freue|würde|möchte|interessiere|danke|stehe)|vielen\s+dank|über\s+(?:eine|die)\s+einladung|gerne|bewerbe\s+ich\s+mich|interessiert\s+mich|reizt\s+mich|spricht\s+mich)\b
    | \b(?:je\s+(?:souhaite|serais|vous|me\s+permets|pose|postule)|merci|dans\s+l['’]attente|m['’]intéresse|m['’]attire|candidature)\b
    | \b(?:me\s+(?:gustaría|interesa|dirijo|atrae)|quedo|agradezco|gracias|solicito|postulo|candidatura|sería\s+un\s+placer)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What letters say when they claim nothing.
_COURTESY: Final = frozenset(
    """
    apply applying application applicant candidate candidacy role position post job opportunity vacancy opening advert advertisement advertised posting description listing
    interest interested interesting excited exciting excitement keen eager enthusiastic enthusiasm passionate passion drawn attracted attract attracts attraction appeal appeals appealing pleased delighted glad happy
    welcome discuss discussion conversation talk speak speaking meet meeting interview chat hear hearing call contact reach touch convenience time consideration considering reading review reviewing attention
    look looking forward hope hoping thank thanks grateful appreciate sincerely regards kind best warm dear team hiring manager recruiter madam sir concern whom
    contribute contribution add value bring support help join become part work working learn grow growing develop growth future next step challenge chapter
    fit match suit suited align aligned alignment believe confident sure certain convinced think feel know see understand understanding learned
    admire admired admiration impressed impressive impress inspired inspiring inspire respect mission vision values culture work reputation products product focus emphasis commitment dedication approach ambition goal goals
    resonate resonates strongly deeply truly genuinely particularly especially really very much more detail details further information
    attached enclosed resume cv references request available availability start date notice short reply response answer interview
    company organisation organization team department people colleagues
    your you our we us opportunity experience background skills strengths qualifications
    reason reasons why what matters matter important care exactly kind sort place
    great good strong well excellent wonderful
    describe describes described mention mentions mentioned ask asks asked seek seeks seeking need needs want wants require requires offer offers stand stands stood
    question questions happy gladly soon week weeks
    letter writing write read saw noticed came across advertised website
    chance possibility
    caught eye attention
    person someone
    today world
    """.split()
)
_COURTESY_FOREIGN: Final = {
    "de": frozenset(
        "bewerbe bewerben bewerbung stelle position ausgeschriebene ausschreibung stellenanzeige interesse interessiert interessiere großem gerne freue freuen einladung gespräch vorstellungsgespräch persönlichen persönliches kennenlernen "
        "dank danke rückmeldung möchte würde beitragen team unternehmen aufgabe aufgaben reizt spricht begeistert motivation tragen bringen einbringen verfügung fragen stehe rückfragen zeit lesen hiermit mich ihnen".split()
    ),
    "fr": frozenset(
        "candidature poste postuler souhaite intérêt intéresse attire entretien échanger rencontrer disposition attente remercie merci temps attention équipe entreprise contribuer rejoindre mission missions vivement ravi ravie serais "
        "permets adresse présente motivation annonce offre réponse retour".split()
    ),
    "es": frozenset(
        "candidatura puesto solicitar solicito postulo interés interesa atrae entrevista conversar hablar disposición agradezco gracias tiempo atención equipo empresa contribuir unirme misión gustaría encantado encantada dirijo oferta "
        "anuncio respuesta quedo espera".split()
    ),
}
_UNSPACED: Final = re.compile(r"[぀-ヿ㐀-䶿一-鿿]")
_WISH: Final = re.compile(r"希望|申请|申請|应聘|應聘|感谢|感謝|谢谢|期待|面谈|面談|応募|志望|面接|よろしく|お願い|盼")
_HAVING: Final = re.compile(
    r"我有|我曾|我是|拥有|擁有|具备|经验|經驗|经历|年|领导|精通|熟练|毕业|学位|経験|得意|卒業|ました|できます"
)
_PERSON: Final = frozenset(
    "i i'm i've i'd me my mine myself we us our ich mich mein meine je moi mon ma mes yo mi mis".split()
)
_LONGEST_PLAIN_WORDS: Final = 45


def is_plain(text: str, job: JobFacts, language: str) -> bool:
    """Tell whether a sentence (without marks) claims nothing about the person."""
    if is_sign_off(text) or (is_salutation(text) and _has_no_claim(text, job, language)):
        return True
    vocabulary = Vocabulary(text, language)
    if len(vocabulary.tokens) > _LONGEST_PLAIN_WORDS or not vocabulary.tokens:
        return not vocabulary.tokens
    if _UNSPACED.search(text):
        return _is_courtesy_in_unspaced_script(text)
    if presupposes_a_past(text):
        return False
    if is_only_a_wish(text, language) and _names_and_numbers_are_known(text, job, language):
        return True
    if not _INTENT.search(text) and not speaks_of_the_job(text, job) and not _is_all_of_the_job(vocabulary, job):
        return False
    return not _claims_something(text, job) and is_carried_by_the_job(text, job, language)


def _is_courtesy_in_unspaced_script(text: str) -> bool:
    """Chinese and Japanese: a wish or thanks without a number and without a word of having, being or having done."""
    return _WISH.search(text) is not None and _HAVING.search(text) is None and re.search(r"\d", text) is None


def is_carried_by_the_job(text: str, job: JobFacts, language: str) -> bool:
    """Tell whether courtesy and the job's own words make up a sentence: every name and number, nearly all else."""
    return _names_and_numbers_are_known(text, job, language) and _is_carried(Vocabulary(text, language), job)


def _names_and_numbers_are_known(text: str, job: JobFacts, language: str) -> bool:
    if unsupported(quantities_of(text), job.quantities) or not _years_known(text, job):
        return False
    return not unproven_names(Vocabulary(text, language), [job.vocabulary], starts_sentence=True)


def _has_no_claim(text: str, job: JobFacts, language: str) -> bool:
    return SELF.search(text) is None and not unproven_names(
        Vocabulary(text.split(" ", 1)[-1].title(), language),
        [
            job.vocabulary,
            Vocabulary(
                "Hiring Team Manager Sir Madam Committee Recruiting Recruiter Recruitment Department Human Resources People Selection Panel Search Talent Acquisition Staff Whom It May Concern Dear All Colleagues Herren Damen Und Sehr Geehrte Geehrter Frau Herr Madame Monsieur Équipe Equipo Señores Señor Señora Responsable De Du Des Selección Recrutement The To Ms Mr Mrs Mx Dr Prof"
            ),
        ],
        starts_sentence=True,
    )


def _claims_something(text: str, job: JobFacts) -> bool:
    """Tell whether the sentence says anything of the person beyond interest; the applied-for title is no claim."""
    rest = text
    # "Developer (React Native)" is called a developer.
    if title := re.sub(r"\s*\([^)]*\)", "", job.title):
        rest = re.sub(
            rf"\bas (?:an? |the |your (?:next |new )?)?{re.escape(title)}\b",
            "in this role",
            rest,
            flags=re.IGNORECASE,
        )
    rest = _GENERAL_SELF.sub("this", rest)
    if SELF.search(rest):
        return True
    # "My background fits your need for X" shows nothing: what fits must be cited.
    return (
        FIT.search(rest) is not None
        and re.search(r"\b(?:I|my|me|this|these|which)\b", rest) is not None
        and _fits_something_named(rest, job)
    )


# "how my experience could help", "my application": the person without anything said of them.
_GENERAL_SELF: Final = re.compile(
    r"\b(?:how|where|what|whether|why)\s+(?:my|this)\s+(?:skills|experience|background|work|strengths|qualifications)(?:\s+and\s+(?:skills|experience|background|strengths))?(?=\s+(?:can|could|might|may|would|will|fits?|match|matches|align|aligns)\b)"
    r"|\bmy\s+(?:experience|background|skills)(?:\s+and\s+(?:skills|experience|background))?(?=\s+(?:can|could|might|would|will|may)\s+(?:help|support|contribute|serve|benefit|be\s+(?:of|useful|valuable|an\s+asset|a\s+good)|add|fit)\b)"
    r"|\b(?:about|of|discuss|on|through|with\s+you)\s+my\s+(?:experience|background|work|skills|application|qualifications)(?=\s*(?:[.!,]|$|\s+(?:and|with\s+you|in\s+more|further)))",
    re.IGNORECASE,
)


def _fits_something_named(text: str, job: JobFacts) -> bool:
    words = [token for token in telling_words(Vocabulary(text)) if token.lower not in _COURTESY]
    return any(job.vocabulary.has_root(token.root) for token in words)


def _is_all_of_the_job(vocabulary: Vocabulary, job: JobFacts) -> bool:
    """Tell whether a sentence without any "I" says only what the job's text says."""
    words = telling_words(vocabulary)
    person = any(token.lower in _PERSON for token in vocabulary.tokens)
    return bool(words) and not person and all(job.vocabulary.has_root(word.root) for word in words)


def _years_known(text: str, job: JobFacts) -> bool:
    known = {year.year for year in job.years}
    return all(year.year in known for year in years_of(text))


def _is_carried(vocabulary: Vocabulary, job: JobFacts) -> bool:
    """Tell whether courtesy and the job's own words make up (nearly) all of the sentence."""
    courtesy = _COURTESY | _COURTESY_FOREIGN.get(vocabulary.language, frozenset())
    words = [token for token in telling_words(vocabulary) if token.lower not in courtesy]
    unknown = [token for token in words if not job.vocabulary.says(token)]
    return len(unknown) <= max(1, len(telling_words(vocabulary)) // 4)
