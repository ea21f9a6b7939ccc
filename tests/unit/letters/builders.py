"""A fictional person's resume, a job, and letters about them, in the forms the tests need."""

from collections.abc import Sequence
from datetime import date

from resumate.documents.model import Line, SectionKind, YearMonth
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import Evidence, LetterJob, Options
from resumate.letters.number_evidence import number_evidence
from resumate.matching.model import JobPosting, Match, Passage, Requirement, Status

TODAY = date(2026, 11, 21)


class ResumeBuilder:
    """Collects lines and the passages that stand on them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.passages: list[Passage] = []

    def line(self, text: str, *, hidden: bool = False) -> int:
        self.lines.append(Line(number=len(self.lines) + 1, page=1, text=text, masked=text, hidden=hidden))
        return len(self.lines)

    def passage(
        self,
        text: str,
        *,
        section: SectionKind = SectionKind.EXPERIENCE,
        head: int | None = None,
        organisation: str | None = None,
        title: str | None = None,
        start: YearMonth | None = None,
        end: YearMonth | None = None,
        current: bool = False,
        hidden: bool = False,
    ) -> Passage:
        number = self.line(f"• {text}", hidden=hidden)
        passage = Passage(
            chunk_id=f"chunk-{number:03d}",
            section=section,
            heading=section.value.title(),
            first_line=number,
            last_line=number,
            text=text,
            context=self.lines[head - 1].masked if head else "",
            context_lines=[head] if head else [],
            organisation=organisation,
            title=title,
            start=start,
            end=end,
            current=current,
        )
        self.passages.append(passage)
        return passage


def marta_resume() -> ResumeBuilder:
    """Marta is a fictional data engineer with two employers, a degree and some skills."""
    resume = ResumeBuilder()
    head = resume.line("Data Engineer, Tidewater Foods, March 2021 – present")
    tidewater = {
        "head": head,
        "organisation": "Tidewater Foods",
        "title": "Data Engineer",
        "start": YearMonth(2021, 3),
        "current": True,
    }
    resume.passage("Built Python pipelines that load 2.4 million sales records a night into PostgreSQL", **tidewater)
    resume.passage("Reduced the run time of the nightly load by 60% by rewriting its SQL", **tidewater)
    resume.passage("Helped the platform team move 14 services to Kubernetes", **tidewater)
    head = resume.line("Junior Analyst, Northlight Insurance, 2018 – 2021")
    northlight = {
        "head": head,
        "organisation": "Northlight Insurance",
        "title": "Junior Analyst",
        "start": YearMonth(2018),
        "end": YearMonth(2021),
    }
    resume.passage("Prepared weekly claims reports in Excel for five regional managers", **northlight)
    resume.passage("Trained nine new colleagues in SQL", **northlight)
    resume.passage(
        "BSc Statistics, University of Aberdale, 2014 – 2018",
        section=SectionKind.EDUCATION,
        organisation="University of Aberdale",
        start=YearMonth(2014),
        end=YearMonth(2018),
    )
    resume.passage("Python, SQL, PostgreSQL, Airflow, Excel; familiar with Go", section=SectionKind.SKILLS)
    return resume


def harbour_job() -> JobPosting:
    return JobPosting(
        title="Senior Data Engineer",
        company="Harbour Robotics",
        language="en",
        requirements=[
            Requirement(1, "Strong SQL and Python"),
            Requirement(2, "Experience with Kubernetes in production"),
            Requirement(3, "Knowledge of Terraform", must=False),
        ],
    )


DESCRIPTION = (
    "Harbour Robotics builds cranes that load ships without a driver. As Senior Data Engineer you will run the "
    "data platform behind them, keep data quality high and work with Terraform and Kubernetes in production."
)


def harbour_matches(resume: ResumeBuilder) -> list[Match]:
    first, second, third = harbour_job().requirements
    return [
        Match(first, Status.MET, [resume.passages[0], resume.passages[1], resume.passages[6]]),
        Match(second, Status.ADJACENT, [resume.passages[2]]),
        Match(third, Status.GAP, []),
    ]


def letter_job(
    *,
    answers: Sequence[str] = (),
    description: str = DESCRIPTION,
    resume: ResumeBuilder | None = None,
    language: str = "en",
    evidence: list[Evidence] | None = None,
    options: Options | None = None,
) -> LetterJob:
    """Return the job as it would be queued for Marta and Harbour Robotics, or for the evidence that is given."""
    resume = resume or marta_resume()
    posting, matches = harbour_job(), harbour_matches(resume)
    options = options or Options(answers=list(answers))
    evidence = (
        evidence if evidence is not None else number_evidence(matches, resume.passages, resume.lines, list(answers))
    )
    return LetterJob(
        version=1,
        letter_id="letter",
        user_id="user",
        resume_id="resume",
        correlation_id="correlation",
        messages=build_prompt(posting, description, matches, evidence, options, TODAY),
        evidence=evidence,
        matches=matches,
        options=options,
        language=language,
        job_title=posting.title,
        company=posting.company,
        today=TODAY.isoformat(),
    )


def cite(job: LetterJob, beginning: str) -> str:
    """Return the citation mark of the evidence that begins so."""
    return f"[{next(item.id for item in job.evidence if item.text.startswith(beginning))}]"


def good_letter(job: LetterJob) -> str:
    """Return a letter about Marta in which every sentence is true."""
    return f"""Dear Hiring Team,

I am applying for the Senior Data Engineer role at Harbour Robotics. Cranes that load ships without a driver need a data platform that can be trusted, and that is the work I would like to do.

At Tidewater Foods, I built Python pipelines that load 2.4 million sales records into PostgreSQL every night {cite(job, "Built Python")}. I also reduced the run time of the nightly load by 60% when I rewrote its SQL {cite(job, "Reduced the run")}. In the same role, I helped the platform team move 14 services to Kubernetes {cite(job, "Helped the platform")}. I have been a Data Engineer there for more than five years {cite(job, "Built Python")}.

Before that, I prepared weekly claims reports in Excel for five regional managers at Northlight Insurance {cite(job, "Prepared weekly")}. I trained nine new colleagues there in SQL {cite(job, "Trained nine")}. That taught me to explain data to people who do not write code.

I hold a BSc in Statistics from the University of Aberdale {cite(job, "BSc Statistics")}. My tools are Python, SQL, PostgreSQL, Airflow and Excel, and I am familiar with Go {cite(job, "Python, SQL")}.

Your work on data quality is a strong reason for me to apply. I would welcome the chance to discuss how my experience can help your team. Thank you for your time and consideration.

Kind regards,
⟦name⟧"""
