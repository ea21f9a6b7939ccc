"""Reading lines as resumes write them as statements in the first person."""

import pytest
from labelled_lines import read_line
from letter_prompt import Evidence
from statements import Kind

PAST = {"section": "experience", "start": "2015-01", "end": "2018-02"}
NOW = {"section": "experience", "start": "2019-01", "current": True}
SUMMARY = {"section": "summary"}


def told(when, line):
    statement = read_line(Evidence(id="e1", text=line, **when), line)
    return statement and (statement.kind, statement.words)


@pytest.mark.parametrize(
    ("when", "line", "words"),
    [
        (PAST, "Built a data pipeline", "built a data pipeline"),
        (PAST, "Spearheaded the redesign of the website", "spearheaded the redesign of the website"),
        (PAST, "Led migration of three services", "led the migration of three services"),
        (PAST, "Redesigned chat file format for search", "redesigned the chat file format for search"),
        (PAST, "Developed website for a charity", "developed a website for a charity"),
        (PAST, "Led team of 5 engineers", "led a team of 5 engineers"),
        (PAST, "Wrote, tested and deployed firmware", "wrote, tested and deployed firmware"),
        (PAST, "Successfully negotiated contracts with 15 suppliers", "successfully negotiated contracts with 15 suppliers"),
        (PAST, "Did not miss a single deadline", "did not miss a single deadline"),
        (PAST, "Used Excel daily to track stock", "used Excel daily to track stock"),
        (PAST, "Responsible for managing a £2m budget", "was responsible for managing a £2m budget"),
        (NOW, "Responsible for payroll", "am responsible for payroll"),
        (PAST, "Promoted from Clerk to Supervisor", "was promoted from Clerk to Supervisor"),
        (PAST, "Awarded 'Best Newcomer' by management", "was awarded 'Best Newcomer' by management"),
        (PAST, "Trained in manual handling and fire safety", "was trained in manual handling and fire safety"),
        (PAST, "Trained new staff in manual handling", "trained new staff in manual handling"),
        (PAST, "Member of the health and safety committee", "was a member of the health and safety committee"),
        (PAST, "Founder and CEO of a 5-person startup", "was founder and CEO of a 5-person startup"),
        (PAST, "No accidents in 3 years", "had no accidents in 3 years"),
        (PAST, "Full responsibility for 40 properties", "had full responsibility for 40 properties"),
        (NOW, "Meet with clients to discuss their needs", "meet with clients to discuss their needs"),
        (PAST, "Meet with clients to discuss their needs", "met with clients to discuss their needs"),
        (PAST, "Oversee daily operations and supervise 12 staff", "oversaw daily operations and supervised 12 staff"),
        (NOW, "Manages a team of 5 and reports to the board", "manage a team of 5 and report to the board"),
        (NOW, "Coach and mentor engineers across levels", "coach and mentor engineers across levels"),
        (NOW, "Currently leading the rollout of a new CRM", "am currently leading the rollout of a new CRM"),
        (PAST, "Invited speaker at a conference", "was an invited speaker at a conference"),
        (PAST, "Hit 98% of targets and beat the rest", "hit 98% of targets and beat the rest"),
        (PAST, "Reads and interprets blueprints", "read and interpreted blueprints"),
        (NOW, "Head up a team of 12", "head up a team of 12"),
        (NOW, "Partner with sales to close deals", "partner with sales to close deals"),
        (SUMMARY, "Nurse with ten years in intensive care", "am a nurse with ten years in intensive care"),
        (SUMMARY, "Self-taught programmer", "am a self-taught programmer"),
        (SUMMARY, "Experience managing budgets of up to £5m", "have experience managing budgets of up to £5m"),
        (NOW, "Support engineer for EMEA clients", "am a support engineer for EMEA clients"),
        (NOW, "Plan lessons for Years 7-11", "plan lessons for Years 7-11"),
        (NOW, "Run one apprentice", "run one apprentice"),
        (SUMMARY, "I am ⟦name⟧ and I cooked for 70 guests", "cooked for 70 guests"),
        (NOW, "Serve as a mentor to two trainees", "serve as a mentor to two trainees"),
        (NOW, "Innovation Culture – serve as a hands-on leader", "serve as a hands-on leader"),
        (PAST, "Cost control - Reduced waste by 12%", "reduced waste by 12%"),
        (NOW, "Lead 12 volunteers", "lead 12 volunteers"),
        (NOW, "Volunteer firefighter since 2010", "have been a volunteer firefighter since 2010"),
        (SUMMARY, "Web engineer, M.Sc. Media, focuses on education", "am a web engineer, M.Sc. Media, and focus on education"),
        (NOW, "I run the coding club", "run the coding club"),
        (NOW, "I've managed two teams", "have managed two teams"),
        (PAST, "Technologies used: React, Redux, Node.js", "worked with React, Redux and Node.js"),
        (PAST, "Tools Used: C++, MFC", "used C++ and MFC"),
        (PAST, "Leadership: Led teams across four sites", "led teams across four sites"),
        (SUMMARY, "Determined Accountant with three years of experience", "am a determined accountant with three years of experience"),
        (SUMMARY, "Compassionate Registered Nurse (RN) with 8 years", "am a compassionate Registered Nurse (RN) with 8 years"),
        (SUMMARY, "Experienced project manager", "am an experienced project manager"),
        (SUMMARY, "Experienced in managing change", "am experienced in managing change"),
        (SUMMARY, "Recent Economics graduate seeking an entry level position", "am a recent Economics graduate"),
        (SUMMARY, "Time-served mechanic, comfortable with diesel engines", "am a time-served mechanic, comfortable with diesel engines"),
        (SUMMARY, "Strong record of cross-team delivery", "have a strong record of cross-team delivery"),
        (SUMMARY, "Over 10 years of experience in retail", "have over 10 years of experience in retail"),
        (SUMMARY, "Specializes in design and passionate about standards", "specialize in design and am passionate about standards"),
        (SUMMARY, "She is passionate about her patients", "am passionate about my patients"),
        (SUMMARY, "⟦name⟧ is a chartered surveyor", "am a chartered surveyor"),
        (SUMMARY, "⟦name2⟧ is a chartered surveyor", "am a chartered surveyor"),
    ],
)  # fmt: skip
def test_a_line_becomes_what_can_follow_i(when, line, words):
    assert told(when, line) == (Kind.ACTION, words)


@pytest.mark.parametrize(
    ("when", "line", "kind", "words"),
    [
        (PAST, "Developing and testing firmware in C", Kind.WORK, "developing and testing firmware in C"),
        (PAST, "Fault finding and repair of motors", Kind.WORK, "fault finding and repair of motors"),
        (PAST, "Project management of an office relocation", Kind.WORK, "project management of an office relocation"),
        (PAST, "Test automation with Selenium and Python", Kind.WORK, "test automation with Selenium and Python"),
        (PAST, "Write reports, present findings and plan next steps", Kind.TASK, "write reports, present findings and plan next steps"),
        (PAST, "Topics included budgets and change management", Kind.WHOLE, "topics included budgets and change management"),
        (PAST, "Sales increased by 15% during my tenure", Kind.WHOLE, "sales increased by 15% during my tenure"),
        (PAST, "Tasks: data entry, filing, answering phones", Kind.WHOLE, "my tasks included data entry, filing and answering phones"),
        (PAST, "My duties included stock control", Kind.WHOLE, "my duties included stock control"),
        (SUMMARY, "With 12 years in retail, I know the trade", Kind.WHOLE, "with 12 years in retail, I know the trade"),
        (SUMMARY, "3 years of bookkeeping", Kind.WHOLE, "my background includes 3 years of bookkeeping"),
        (PAST, "Processing of 400 invoices a week", Kind.WORK, "the processing of 400 invoices a week"),
        (PAST, "Implementation of a new till", Kind.WORK, "the implementation of a new till"),
        (PAST, "Churn model in Python", Kind.WORK, "a churn model in Python"),
        (PAST, "Topics included contracts, controlling, operations", Kind.WHOLE, "topics included contracts, controlling and operations"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_follow_i_finds_another_frame(when, line, kind, words):
    assert told(when, line) == (kind, words)


@pytest.mark.parametrize(
    ("when", "line"),
    [
        (PAST, "2.2M daily active users"),
        (PAST, "Adopted by six startups for production"),
        (PAST, "Rewritten ground-up using C#"),
        (PAST, "Team of 15 people"),
        (PAST, "Led to 30% fewer complaints"),
        (PAST, "Apple, Software Engineer"),
        (PAST, "Project Officer, Oct 2007 – Jan 2008"),
        (PAST, "Springfield, Massachusetts, USA"),
        (PAST, "It was widely used by others"),
        (PAST, "Adviser: Prof. Jane Public"),
        (PAST, "and the customer database"),
        (PAST, "…"),
        (SUMMARY, "Looking for a new challenge"),
        (SUMMARY, "Alice is a sensible girl"),
        (SUMMARY, "Motivated"),
        (SUMMARY, "Seeking a role in finance"),
        (SUMMARY, "Obsessed with onboarding funnels"),
        (NOW, "London, B2B payments, series B"),
        (NOW, "Decision to kill the loyalty card"),
        (NOW, "Graduated as M.Sc. Media University of Wexmouth, 2015 / 07, Master Thesis: Scoring"),
        (PAST, "Always on time, never absent"),
    ],
)
def test_a_line_that_would_read_badly_is_left_out(when, line):
    assert told(when, line) is None


def test_praise_without_content_is_kept_for_when_nothing_else_is_there():
    line = "Results-driven sales professional with 10 years in software"
    assert read_line(Evidence(id="e1", text=line, section="summary"), line).quality == 1


def test_a_verb_that_can_be_turned_into_a_noun_says_how():
    line = "Cut costs at three sites"
    assert read_line(Evidence(id="e1", text=line, **PAST), line).gerund == "cutting costs at three sites"


def test_two_verbs_are_not_turned_into_one_noun():
    line = "Designed and shipped a rate limiter"
    assert read_line(Evidence(id="e1", text=line, **PAST), line).gerund is None
