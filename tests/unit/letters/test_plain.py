"""What claims nothing about the person needs no proof; everything else does."""

import pytest

from resumate.letters.model import SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import letter_job

PLAIN = [
    "Dear Hiring Team,",
    "I am applying for the Senior Data Engineer role at Harbour Robotics.",
    "I am excited to apply for the position of Senior Data Engineer.",
    "With this letter I apply for the role of Senior Data Engineer.",
    "What draws me to this role is your focus on data quality.",
    "Harbour Robotics builds cranes that load ships without a driver, and I would love to be part of that.",
    "I believe that I would be a good fit for your team.",
    "Your work with Terraform and Kubernetes in production interests me.",
    "Data quality matters to me, and it clearly matters to you.",
    "I would be glad to talk about how my experience could support your platform.",
    "I would like to bring the same care to your data platform.",
    "I am confident that my skills would be useful to your team.",
    "I would welcome the opportunity to discuss my application with you.",
    "You can reach me at ⟦email⟧ or ⟦phone⟧.",
    "Please find my resume attached.",
    "I look forward to hearing from you.",
    "Thank you for your time and consideration.",
    "Kind regards,\n⟦name⟧",
]
CLAIMS = [
    "I have ten years of experience with Terraform.",
    "I am an expert in Kubernetes.",
    "My Terraform skills match your needs.",
    "Kubernetes and Terraform are second nature to me.",
    "I can run Kubernetes in production.",
    "As a Senior Data Engineer, I have run data platforms.",
    "I led the data platform at Harbour Robotics.",
    "With my background in Terraform, I am ready for your platform.",
    "I would bring deep Kubernetes knowledge to your team.",
    "I bring Terraform to your platform.",
    "I think in Terraform and Kubernetes.",
    "I have worked with cranes that load ships without a driver.",
    "My PhD from MIT prepares me for your platform.",
    "Having led large teams, I would like to join yours.",
    "Terraform is what I would bring to Harbour Robotics.",
    "I am the best candidate for this role.",
    "Your team would gain ten years of Kubernetes practice with me.",
    "I thrive under pressure and never give up.",
    "Few people know Terraform as well as I do.",
    "I read to my children at Harbour Robotics.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_courtesy_interest_and_the_jobs_own_words_are_plain(text):
    assert [sentence.state for sentence in review(text, letter_job()).sentences] == [SentenceState.PLAIN]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_without_proof_is_removed_however_it_is_dressed(text):
    assert [sentence.state for sentence in review(text, letter_job()).sentences] == [SentenceState.REMOVED]


def test_an_invented_fact_about_the_company_is_removed():
    sentence = review("Your company saved the rainforest and was praised by the queen.", letter_job()).sentences[0]
    assert sentence.state is SentenceState.REMOVED


def test_a_statement_about_the_job_is_plain_even_when_it_cites():
    sentence = review("Your work on data quality interests me [e1].", letter_job()).sentences[0]
    assert (sentence.state, sentence.citations) == (SentenceState.PLAIN, [])


def test_a_citation_does_not_make_an_empty_sentence_proven():
    sentence = review("I am very good at what I do [e1].", letter_job()).sentences[0]
    assert sentence.state is SentenceState.REMOVED


@pytest.mark.parametrize(
    "text",
    [
        "Dear [Hiring Manager],",
        "I want to join [Company Name].",
        "I want to join {company}.",
        "I worked at XYZ.",
        "Yours is the best company, Company Name.",
        "My email is ⟦password⟧.",
    ],
)
def test_a_placeholder_is_removed(text):
    sentence = review(text, letter_job()).sentences[0]
    assert sentence.state is SentenceState.REMOVED
    assert sentence.findings[0].code == "placeholder"


@pytest.mark.parametrize(
    "text",
    [
        "I am writing to express my strong interest in the Senior Data Engineer role.",
        "Hiermit bewerbe ich mich um die Stelle.",
    ],
)
def test_the_opening_that_every_letter_has_is_removed(text):
    sentence = review(text, letter_job()).sentences[0]
    assert sentence.findings[0].code == "phrase"


def test_the_name_in_the_sign_off_is_always_the_placeholder():
    sentence = review("Kind regards,\nNapoleon Bonaparte", letter_job()).sentences[0]
    assert sentence.text == "Kind regards,\n⟦name⟧"


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("Dear Team,\n\nI apply.\n\nKind regards,\n⟦name⟧", "short"),
        ("I look forward to hearing from you.", "salutation"),
        ("Dear Team,\n\nThank you.", "sign_off"),
        ("Dear Team,\n\nI look forward to hearing from you.", "role"),
        ("I look forward to hearing from you. I look forward to hearing from you.", "repetition"),
    ],
)
def test_what_is_wrong_with_the_letter_as_a_whole_is_said(letter, code):
    assert code in {problem.code for problem in review(letter, letter_job()).problems}
