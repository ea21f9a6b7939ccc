"""The runs of words in a sentence that are the job's and not the resume's: "data governance", "load tests in".

`gate.requirements` refuses them, `gate.weights` lets what is missing of them weigh more.
"""

from collections.abc import Iterator

from resumate.letters.gate.about_job import is_of_the_job
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.tokens import Token


def job_phrases(clause: Clause, job: JobFacts) -> Iterator[list[Token]]:
    """Yield the runs of words that stand together in the job and not, in any form of their own, in the sources."""
    run: list[Token] = []
    for token in clause.tokens:
        foreign = (
            not (token.function or token.numeric)
            and job.vocabulary.has_root(token.root)
            # A related word is enough for the meaning, not for the very phrase of the job.
            and not any(source.has_root(token.root) for source in clause.sources)
            and not is_of_the_job(clause.text, token.start)
        )
        if foreign and run and (run[-1].root, token.root) in job.neighbours:
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if foreign else []
    if run:
        yield run
