"""Letters in German, French and Spanish over a resume in the same language: sentences, not quotes."""

import re
from itertools import pairwise

import pytest
from letter import write
from letter_prompt import read
from native_frames import NATIVE
from native_letter import TELLERS
from statements import Kind

from tests.unit.composer.people import Person
from tests.unit.composer.test_letter import body_of, sentences_of, words_of


def german():
    person = Person(title="Softwareentwickler", company="Kaufhaus Lindner GmbH")
    person.add("summary", "Erfahrene Softwareentwicklerin mit neun Jahren Praxis im Handel")
    at, role = "Nordlicht Handel GmbH", "Softwareentwicklerin"
    texts = (
        "Entwickelte eine Bestellplattform in Java",
        "Leitete die Umstellung von drei Diensten auf Kubernetes",
        "Betreuung von vier Auszubildenden",
    )
    person.add("experience", *texts, at=at, role=role, dates="2019-03/")
    texts = ("Aufbau von 25 Webauftritten mit PHP", "Pflege der Datenbanken in MySQL", "Schulungen für Kunden")
    person.add("experience", *texts, at="Agentur Seeblick", role="Webentwicklerin", dates="2015-08/2019-02")
    person.add(
        "education",
        "Bachelor of Science Informatik, Universität Hamburg",
        at="Universität Hamburg",
        role="Bachelor of Science Informatik",
    )
    person.add("skills", "Java, Spring Boot, PostgreSQL")
    return person.add("languages", "Deutsch (Muttersprache), Englisch (C1)")


def lines(evidence_text, language, section="experience", dates="2019-03/2021-12"):
    person = Person().add(section, evidence_text, at="X", role="Y", dates=dates)
    (piece,) = read(person.messages(language=language)).evidence
    found = TELLERS[language](piece, evidence_text)
    return found and (found.kind, found.words)


def test_a_german_letter_reads_as_one():
    letter = write(read(german().messages(language="de")))
    assert "entwickelte ich eine Bestellplattform in Java [e2]." in letter
    assert re.search(r"Ich bin erfahrene Softwareentwicklerin mit neun Jahren Praxis im Handel \[e1\]\.", letter)
    assert (
        "gehörte die Pflege der Datenbanken in MySQL" in letter or "kam die Pflege der Datenbanken in MySQL" in letter
    )
    assert "Meine Sprachen sind Deutsch (Muttersprache) und Englisch (C1)" in letter
    assert "steht in meinem Lebenslauf" not in letter


def test_no_two_sentences_of_a_german_role_open_alike():
    letter = write(read(german().messages(language="de")))
    for paragraph in body_of(letter):
        heads = [sentence.split()[:2] for sentence in re.split(r"(?<=\])\. ", paragraph)]
        assert all(one != other for one, other in pairwise(heads)), paragraph


def test_every_sentence_of_a_native_letter_cites_one_line_or_a_list():
    for sentence in sentences_of(write(read(german().messages(language="de")))):
        assert len(re.findall(r"\[e\d+\]", sentence)) <= 1


GERMAN = {
    "Entwickelte eine Plattform": (Kind.ACTION, "entwickelte ich eine Plattform"),
    "Führte automatisierte Tests ein": (Kind.ACTION, "führte ich automatisierte Tests ein"),
    "Übernahm die Leitung der Küche": (Kind.ACTION, "übernahm ich die Leitung der Küche"),
    "Verantwortlich für das Lager": (Kind.ACTION, "war ich verantwortlich für das Lager"),
    "Ein Team von fünf Personen aufgebaut": (Kind.ACTION, "habe ich ein Team von fünf Personen aufgebaut"),
    "Ich habe 40 Kurse gegeben": (Kind.ACTION, "habe ich 40 Kurse gegeben"),
    "Leitung eines Teams": (Kind.WORK, "die Leitung eines Teams"),
    "Eigenständige Planung der Schichten": (Kind.WORK, "die eigenständige Planung der Schichten"),
    "Eigenständiger Aufbau eines Lagers": (Kind.WORK, "der eigenständige Aufbau eines Lagers"),
    "Verwaltete Systeme": (Kind.ACTION, "verwaltete ich Systeme"),
    "Bunte Mischung an Tätigkeiten": (Kind.WORK, "die bunte Mischung an Tätigkeiten"),
}
FRENCH = {
    "Développé une plateforme": (Kind.ACTION, "j'ai développé une plateforme"),
    "Mis en place un protocole": (Kind.ACTION, "j'ai mis en place un protocole"),
    "Encadrer une équipe de cinq personnes": (Kind.ACTION, "ma mission était d'encadrer une équipe de cinq personnes"),
    "Responsable de la caisse": (Kind.ACTION, "j'ai été responsable de la caisse"),
    "J'ai formé vingt étudiants": (Kind.ACTION, "j'ai formé vingt étudiants"),
    "Gestion des stocks": (Kind.WORK, "la gestion des stocks"),
    "Développement d'un site": (Kind.WORK, "le développement d'un site"),
    "Encadrement de stagiaires": (Kind.WORK, "l'encadrement de stagiaires"),
}
SPANISH = {
    "Desarrollé una plataforma": (Kind.ACTION, "desarrollé una plataforma"),
    "Dirigió un equipo": (Kind.ACTION, "dirigí un equipo"),
    "Inició un proyecto": (Kind.ACTION, "inicié un proyecto"),
    "Organizó cursos para clientes": (Kind.ACTION, "organicé cursos para clientes"),
    "Redujo los costes un 12 %": (Kind.ACTION, "reduje los costes un 12 %"),
    "Responsable del almacén": (Kind.ACTION, "fui responsable del almacén"),
    "Atender a los clientes": (Kind.ACTION, "mi tarea era atender a los clientes"),
    "Gestión de los impuestos": (Kind.WORK, "la gestión de los impuestos"),
    "Control de los cobros": (Kind.WORK, "el control de los cobros"),
    "Mantenimiento de las máquinas": (Kind.WORK, "el mantenimiento de las máquinas"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        (language, *pair)
        for language, table in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for pair in table.items()
    ],
)
def test_a_line_is_told_in_the_first_person_or_as_a_task(language, line, told):
    assert lines(line, language) == told


def test_a_resume_in_another_language_is_quoted_word_for_word():
    person = Person(title="Entwickler", company="Lindner GmbH")
    person.add(
        "experience",
        "Built the order platform in Java for all of the shops",
        at="Kestrel Ltd",
        role="Developer",
        dates="2019-01/2021-05",
    )
    person.add(
        "experience",
        "Led the move of three services to the cloud in a year",
        at="Kestrel Ltd",
        role="Developer",
        dates="2019-01/2021-05",
    )
    letter = write(read(person.messages(language="de")))
    assert "„Built the order platform in Java for all of the shops“" in letter


def test_every_language_that_is_told_has_its_frames():
    assert NATIVE.keys() == TELLERS.keys()


def test_a_native_letter_has_the_length_that_was_asked_for_or_is_not_padded():
    assert words_of(write(read(german().messages(language="de", words_least=60, words_most=160)))) <= 160
