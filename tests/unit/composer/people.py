"""Resumes of fictional people of many professions, as the evidence of a prompt, and the prompt around them."""

import json
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
TODAY = "2026-11-21"


@dataclass
class Person:
    """What a prompt about one person holds; `add` numbers the evidence."""

    title: str | None = "Team Leader"
    company: str | None = "Harbour Robotics"
    evidence: list[Row] = field(default_factory=list)
    requirements: list[Row] = field(default_factory=list)

    def add(
        self, section: str, *texts: str, at: str | None = None, role: str | None = None, dates: str = ""
    ) -> "Person":
        """Add evidence of one entry; `dates` is "2019-03/2021-12", "2022-01/" for a job that goes on, or nothing."""
        start, _, end = dates.partition("/")
        context = ", ".join(part for part in (role, at, dates.replace("/", " – ")) if part)
        for text in texts:
            self.evidence.append(
                {
                    "id": f"e{len(self.evidence) + 1}",
                    "origin": "resume",
                    "section": section,
                    "organisation": at,
                    "title": role,
                    "context": context,
                    "start": start or None,
                    "end": end or None,
                    "current": dates.endswith("/"),
                    "requirements": [],
                    "text": text,
                }
            )
        return self

    def fact(self, text: str) -> "Person":
        """Add a fact that the user typed."""
        number = sum(row["origin"] == "user" for row in self.evidence) + 1
        self.evidence.append({"id": f"f{number}", "origin": "user", "section": "other", "context": "", "text": text})
        return self

    def asks(self, text: str, *evidence: str, must: bool = True) -> "Person":
        """Add a requirement that these pieces of evidence show."""
        number = len(self.requirements) + 1
        status = "met" if evidence else "gap"
        row = {"number": number, "must": must, "status": status, "evidence": list(evidence), "text": text}
        self.requirements.append(row)
        for piece in self.evidence:
            if piece["id"] in evidence:
                piece["requirements"] = [*piece.get("requirements", []), number]
        return self

    def messages(self, **options: Any) -> list[dict[str, str]]:
        """Return the conversation that asks for the letter."""
        chosen = {"language": "en", "tone": "plain", "words_least": 180, "words_most": 350, "today": TODAY} | options
        job = {"title": self.title, "company": self.company, "description": ""}
        fences = [
            _fence("options", [chosen]),
            _fence("job", [job]),
            _fence("requirements", self.requirements),
            _fence("evidence", self.evidence),
        ]
        task = "\n".join([*fences, "Write the letter now."])
        return [{"role": "system", "content": "The rules."}, {"role": "user", "content": task}]


def refused(messages: list[dict[str, str]], draft: str, *sentences: str) -> list[dict[str, str]]:
    """Return the conversation gone on: the draft, and what a review refused of it."""
    rows = [{"sentence": sentence, "code": "number", "explanation": "It is not there."} for sentence in sentences]
    return [
        *messages,
        {"role": "assistant", "content": draft},
        {"role": "user", "content": f"{_fence('findings', rows)}\nWrite the whole letter again."},
    ]


def _fence(name: str, rows: list[Row]) -> str:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    safe = [line.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e") for line in lines]
    return "\n".join([f"<{name}>", *safe, f"</{name}>"])


def nurse() -> Person:
    return (
        Person("Charge Nurse", "St Mary's Hospital")
        .add(
            "summary", "Compassionate Registered Nurse (RN) with over 8 years of experience in acute care. She is calm."
        )
        .add(
            "experience",
            "• Responsible for wound care and medication administration for up to 12 patients",
            "Liaised with families, doctors and social workers; documented care plans in SystmOne.",
            "Duties included drug rounds and discharge planning",
            "Assisting in theatre during minor surgery",
            at="LEEDS GENERAL INFIRMARY",
            role="STAFF NURSE",
            dates="2016-03/2020-01",
        )
        .add(
            "experience",
            "Leads a team of 6 nurses on a 24-bed surgical ward",
            "Trains new starters and supervises student nurses.",
            "Promoted to Senior Staff Nurse after 12 months",
            at="Northfield Care",
            role="Senior Staff Nurse",
            dates="2020-02/",
        )
        .add(
            "education",
            "BSc (Hons) Adult Nursing",
            at="University of Leeds",
            role="BSc (Hons) Adult Nursing",
            dates="2012/2015",
        )
        .add("certifications", "Immediate Life Support (ILS), 2023")
        .add("languages", "English: Native language. Polish: Fluent")
        .asks("Experience of wound care and medication administration on a busy ward", "e2")
    )


def electrician() -> Person:
    return (
        Person(None, "Hartley Electrical")
        .add(
            "experience",
            "Installed wiring, consumer units & lighting in 40+ homes",
            "Fault finding and repair of three-phase motors",
            "Worked to BS 7671 18th Edition regulations",
            "Carried out EICR testing and certification for housing associations",
            at="Watt & Sons Ltd",
            role="Electrician",
            dates="2015/2019",
        )
        .add(
            "experience",
            "Quote, plan and carry out domestic rewires",
            "Manage two apprentices",
            "Invoicing, purchasing and van stock control",
            at="Self Employed",
            role="Electrical Contractor",
            dates="2019/",
        )
        .add("certifications", "City & Guilds 2391 Inspection and Testing", "Full clean driving licence")
    )


def accountant() -> Person:
    return (
        Person("Senior Analytics Engineer", "The Brick Group")
        .add("summary", "Determined Accountant with three years of experience in personal and tax accounting.")
        .add(
            "experience",
            "Meet with clients to discuss their accounting needs",
            "Compute taxes for clients during tax season",
            "Monitoring and recording activity for accounts payable and accounts receivable",
            "Create budget forecasts for clients to help with financial planning",
            at="Marlow Financial",
            role="Certified Public Accountant",
            dates="2021-10/",
        )
        .add(
            "experience",
            "Prepared tax returns for clients during tax season",
            "Helped the internal audit team complete annual audits",
            at="Hale Money Management",
            role="Accountant",
            dates="2020-08/2021-10",
        )
        .add("education", "Bachelor of Business Administration in accounting", at="Clover College")
        .add("certifications", "Certified Public Accountant (CPA)", "Certified Financial Analyst (CFA)")
        .add("skills", "Proficiency in accounting software", "Basic mathematics", "Attention to detail")
    )


def developer() -> Person:
    return (
        Person("Backend Engineer", "Initrode")
        .add("summary", "Senior software engineer with eight years building reliable backend systems.")
        .add(
            "experience",
            "Led migration of three core microservices to Kubernetes, reducing p99 latency by 42%.",
            "Designed and shipped a multi-tenant rate limiter handling 90 million requests per day.",
            "Mentored four junior engineers through promotion to mid-level over 18 months.",
            at="Acme Corp",
            role="Senior Software Engineer",
            dates="2022-01/",
        )
        .add(
            "experience",
            "Reduced deploy time from 28 minutes to 6 minutes by parallelising CI test suites.",
            "Built an event-driven data pipeline processing 12 TB per day.",
            at="Globex Corporation",
            role="Software Engineer",
            dates="2019-03/2021-12",
        )
        .add("education", "GPA 3.7", at="Springfield State University", role="B.S. Computer Science", dates="2013/2017")
        .add("skills", "Languages: TypeScript, Python, Go, Rust", "Infrastructure: AWS, Kubernetes, Terraform")
        .asks("Experience with Kubernetes in production", "e2")
    )


def teacher() -> Person:
    return (
        Person("Head of Mathematics", "Elm Park School")
        .add(
            "experience",
            "Teach Key Stage 3–5 mathematics to classes of 30",
            "Raised GCSE pass rate from 61% to 78% in two years",
            "I run the after-school coding club.",
            "Key Stage 4 coordinator: planning schemes of work, tracking data and reporting to parents",
            at="Oak Lodge High School",
            role="Maths Teacher",
            dates="2014-09/",
        )
        .add("education", "PGCE", at="University of Hull", role="PGCE Secondary Mathematics", dates="2013/2014")
        .add("skills", "Classroom management | SEN | Google Classroom | Desmos")
    )


def warehouse_worker() -> Person:
    return (
        Person("Warehouse Team Leader", "Parcel Express")
        .add(
            "experience",
            "picking and packing orders to target",
            "Drove counterbalance and reach forklift trucks",
            "Consistently achieved 110% of pick rate",
            "No accidents in 3 years",
            "Team of 15",
            at="Riverside Depot",
            role="Warehouse Operative",
            dates="2019-06/2023-02",
        )
        .add(
            "experience", "Helped customers find products", at="Greens", role="Stock Assistant", dates="2017-01/2019-05"
        )
        .add("skills", "Hard working", "Team player", "Excel (basic)")
    )


def scientist() -> Person:
    return (
        Person("Data Scientist", "Genomics North")
        .add(
            "experience",
            "Developed a single-cell RNA-seq pipeline (Nextflow, Python) adopted by 4 groups",
            "Published 5 papers, 2 as first author",
            "Co-supervised 2 PhD students",
            "Was awarded a Curie fellowship (EUR 180k)",
            "Analysed >2 TB of sequencing data on an HPC cluster",
            at="EMBL",
            role="Postdoctoral Researcher",
            dates="2019-01/2023-12",
        )
        .add(
            "education",
            "Thesis: Chromatin dynamics",
            at="Heidelberg University",
            role="PhD, Molecular Biology",
            dates="2014-10/2018-12",
        )
        .add("skills", "Python (pandas, scikit-learn), R, SQL, Bash")
    )


def chef() -> Person:
    return (
        Person("Head Chef", "The Old Mill")
        .add(
            "experience",
            "Running the pass for services of up to 120 covers",
            "Cut food waste by 30% by introducing daily prep sheets",
            "Menu development with the head chef",
            "Trained 4 commis chefs",
            "HACCP records & stock ordering",
            at="Ristorante Vela",
            role="Sous Chef",
            dates="2018-04/2022-09",
        )
        .add("certifications", "Level 3 Food Safety in Catering")
        .add("languages", "Italian (native), English (fluent)")
    )


def lawyer() -> Person:
    return (
        Person("Associate, Employment", "Clifford & Lane LLP")
        .add(
            "experience",
            "Advise employers on unfair dismissal, discrimination and TUPE",
            "Drafts pleadings, witness statements and settlement agreements",
            "Has appeared unaided in over 25 Employment Tribunal hearings",
            "Seconded to a retailer for six months",
            at="Brown & Gray LLP",
            role="Associate (Litigation)",
            dates="2017-09/",
        )
        .add(
            "education",
            "LLB Law (First Class)",
            at="University of Bristol",
            role="LLB Law (First Class)",
            dates="2011/2014",
        )
        .add("awards", "Rising Star, Legal Week, 2020")
    )


def student() -> Person:
    return (
        Person("Library Assistant", None)
        .add("summary", "Motivated and organised second-year History student seeking a part-time role.")
        .add(
            "education",
            "Modules: Medieval Europe, Archives and Sources, Latin",
            at="University of York",
            role="BA History",
            dates="2024-09/2027-06",
        )
        .add(
            "volunteering",
            "Sort and price donated books",
            "Serve customers and handle cash",
            at="Oxbridge Books",
            role="Volunteer",
            dates="2023-05/",
        )
        .add("skills", "Microsoft Office, typing (60 wpm), customer service")
        .add("interests", "Reading, hiking and playing the cello")
        .fact("I can start in March")
    )


EVERYBODY = {
    person.__name__: person
    for person in (
        nurse,
        electrician,
        accountant,
        developer,
        teacher,
        warehouse_worker,
        scientist,
        chef,
        lawyer,
        student,
    )
}
