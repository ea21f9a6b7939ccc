"""The letter as a client sees it: evidence with its lines, requirements, sentences, contact details put back."""

from collections.abc import Sequence

import msgspec

from resumate.documents.masking import restore
from resumate.documents.model import Contact
from resumate.errors import MESSAGES, Code
from resumate.gateway.messages import LetterEvent, LetterOptions, LineEvidence, RequirementItem, SentenceItem
from resumate.letters.model import Evidence, Origin, Quote, Sentence
from resumate.letters.render import sentence_evidence
from resumate.matching.model import Match
from resumate.storage.model import LetterRow, LetterStatus, ResumeRow


def letter_event(row: LetterRow) -> LetterEvent:
    """Return a stored letter: its newest version once it is finished, before that the draft so far."""
    completed = row.status is LetterStatus.COMPLETED
    return LetterEvent(
        letter_id=row.letter_id,
        status=row.status,
        created_at=row.created_at.isoformat(timespec="seconds"),
        seq=row.seq,
        draft=row.draft,
        text=(row.text if completed else row.draft_text) or "",
        version=row.version,
        resume_id=row.resume_id,
        regenerated_from=row.regenerated_from,
        regenerated_as=row.regenerated_as,
        job_description=row.job_description,
        options=msgspec.convert(msgspec.to_builtins(row.options), LetterOptions),
        job_title=row.job_title,
        company=row.company,
        sentences=msgspec.convert(row.sentences, list[SentenceItem]),
        requirements=msgspec.convert(row.requirements, list[RequirementItem]),
        questions=row.questions,
        drafts=row.drafts,
        model=row.model,
        usage=row.usage,
        note=row.note,
        code=row.error_code,
        message=MESSAGES[Code(row.error_code)] if row.error_code else None,
    )


def requirement_items(matches: Sequence[Match], resume: ResumeRow) -> list[RequirementItem]:
    """Return each requirement with the lines of the file that show it."""
    by_number = {line.number: line for line in resume.lines}
    return [
        RequirementItem(
            text=match.requirement.text,
            must=match.requirement.must,
            status=match.status,
            evidence=[
                LineEvidence(
                    resume_id=resume.resume_id,
                    sha256=resume.sha256 or "",
                    page=by_number[number].page,
                    line=number,
                    quote=by_number[number].text,
                )
                for passage in match.passages
                for number in range(passage.first_line, passage.last_line + 1)
                if number in by_number
            ],
        )
        for match in matches
    ]


def sentence_items(
    sentences: Sequence[Sentence], evidence: Sequence[Evidence], resume: ResumeRow
) -> list[SentenceItem]:
    """Return judged sentences (masked) with the lines that prove them."""
    return [_sentence_item(sentence, evidence, resume) for sentence in sentences]


def _sentence_item(sentence: Sentence, evidence: Sequence[Evidence], resume: ResumeRow) -> SentenceItem:
    contact = resume.contact or Contact()
    return SentenceItem(
        text=restore(sentence.text, contact),
        state=sentence.state,
        paragraph=sentence.paragraph,
        evidence=[
            _line_evidence(quote, origin, contact, resume) for quote, origin in sentence_evidence(sentence, evidence)
        ],
        reason=sentence.findings[0].explanation if sentence.findings else None,
    )


def _line_evidence(quote: Quote, origin: Origin, contact: Contact, resume: ResumeRow) -> LineEvidence:
    text = restore(quote.text, contact)
    if origin is Origin.USER:
        return LineEvidence(resume_id=resume.resume_id, sha256="", page=0, line=0, quote=text, origin="user")
    return LineEvidence(
        resume_id=resume.resume_id, sha256=resume.sha256 or "", page=quote.page, line=quote.line, quote=text
    )
