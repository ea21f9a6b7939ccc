"""A resume in one script and a job in another: the letter is in the job's language, the name stays as it is (CASES G16)."""

import pytest

from resumate.documents.masking import mask
from resumate.documents.model import Contact
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import Options
from resumate.letters.number_evidence import number_evidence
from resumate.letters.render import render_text
from resumate.matching.read_job import read_job
from tests.unit.letters.builders import TODAY, ResumeBuilder

ENGLISH_JOB = (
    "Data Engineer at Harbour Robotics\n\nRequirements\n- Five years of experience with Python\n- Good English"
)
CHINESE_JOB = (
    "数据工程师\n海桥科技有限公司\n\n岗位要求\n- 熟悉 Python 和 SQL\n- 五年以上工作经验，能够独立负责数据平台的建设"
)
CHINESE, ENGLISH = (
    "负责数据平台的建设，使用 Python 处理每日四千万行数据",
    "Built a data platform in Python for 40 million rows a day",
)


def prompt(job: str, line: str, **options: str) -> str:
    resume = ResumeBuilder()
    resume.passage(line)
    evidence = number_evidence([], resume.passages, resume.lines, [])
    messages = build_prompt(read_job(job), job, [], evidence, Options(**options), TODAY)
    return "\n".join(message.content for message in messages)


@pytest.mark.parametrize(
    ("job", "line", "language", "name"),
    [(ENGLISH_JOB, CHINESE, "en", "English"), (CHINESE_JOB, ENGLISH, "zh", "Chinese")],
)
def test_the_letter_is_asked_for_in_the_language_of_the_job_and_the_evidence_stays_in_its_own(
    job, line, language, name
):
    asked = prompt(job, line)
    assert f'"language":"{language}"' in asked
    assert name in asked
    assert line in asked


def test_another_language_can_be_chosen():
    assert '"language":"zh"' in prompt(ENGLISH_JOB, CHINESE, language="zh")


@pytest.mark.parametrize("name", ["王小明", "Владимир Петров", "Nguyễn Thị Hồng", "محمد علي"])
def test_a_name_is_never_written_in_another_script(name):
    contact = Contact(name=name)
    assert name not in mask(f"{name}, data engineer", contact)
    assert render_text("Kind regards,\n⟦name⟧", contact) == f"Kind regards,\n{name}"
