"""The English sentences that open, tie and close a letter. They claim nothing about the person and carry no citation.

`english_letter.py` puts them around what the evidence says. Each wording has to read as one about the job, the letter
or the reader: a review that proves every claim must have nothing to prove here.
"""

from __future__ import annotations

SIGN_OFF = "Kind regards,"
GREETINGS = {"plain": "Dear Hiring Team,", "warm": "Dear Hiring Team,", "formal": "Dear Sir or Madam,"}
OPENINGS = {
    "plain": (
        "I would like to apply for {job}",
        "I am applying for {job}",
        "I would like to be considered for {job}",
    ),
    "warm": (
        "Thank you for advertising {job}; I would very much like to apply",
        "I was glad to come across {job}, and I would like to apply",
    ),
    "formal": (
        "Please consider this letter an application for {job}",
        "I wish to apply for {job}",
    ),
}
BRIDGES = (
    "I would like to describe briefly what I could bring to the team",
    "I would like to show in this letter what I could bring to the position",
    "Below I would like to show what I could contribute to the position",
)
CLOSINGS = {
    "plain": (
        ("I would welcome the chance to talk about the position", "Thank you for your time"),
        ("I would be glad to tell you more in a conversation", "Thank you for reading my application"),
        ("I would be happy to answer your questions about any of this", "I look forward to hearing from you"),
    ),
    "warm": (
        (
            "I would be very happy to meet you and to hear more about the work",
            "Thank you for taking the time to read this",
        ),
        ("It would be a pleasure to talk with you about the work and the people behind it", "Thank you for your time"),
    ),
    "formal": (
        (
            "I would be grateful for the opportunity to discuss my application in an interview",
            "Thank you for your consideration",
        ),
        ("I should be pleased to discuss my application with you in person", "Thank you for your consideration"),
    ),
}
FILLERS = (
    "If you would like to know more about any of the points in this letter, I am happy to go through them with you",
    "It would interest me to hear more about the team and about the tasks that come first in this position",
    "This letter keeps to what my resume can show, so that you can check each point against it",
    "Whatever you need that is not mentioned here, please ask me about it; every question is welcome",
)
POSTS = ("I have worked {post}", "At {place}, I worked {role}", "I also worked {post}")

LISTS = {
    "certification": ("My certifications include {items}", "Among my certifications are {items}"),
    "award": ("My awards include {items}",),
    "publication": ("My publications include “{items}”",),
    "language": ("My languages include {items}", "My languages are {items}"),
}
SKILLS = ("My skills include {items}", "Among my skills are {items}")
SEVERAL_SKILLS = ("The {name} I work with include {items}", "Among the {name} I work with are {items}")
ONE_SKILL = ("My {name} skills include {items}",)
