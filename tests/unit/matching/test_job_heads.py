"""The job's title, company and language."""

import pytest

from resumate.matching.read_job import read_job

BODY = "\n\nRequirements:\n- Experience in the field\n- Patience with people\n"


@pytest.mark.parametrize(
    ("head", "title", "company"),
    [
        (
            "# Senior Analyst — The Example Group\n\nThe Example Group makes bricks.",
            "Senior Analyst",
            "The Example Group",
        ),
        ("# Software Tester, Quorix\n\nThe Quorix team loves tests.", "Software Tester", "Quorix"),
        (
            "Job Title: Registered Nurse (RN) - ICU\nCompany: Riverside Care",
            "Registered Nurse (RN) - ICU",
            "Riverside Care",
        ),
        ("Customer Support Agent at Nimbus Telecom", "Customer Support Agent", "Nimbus Telecom"),
        (
            "Harbour & Finch\n\nSenior Accountant\n\nHarbour & Finch is a practice.",
            "Senior Accountant",
            "Harbour & Finch",
        ),
        ("🚀 Product Designer @ Loopwell (Remote, EU)", "Product Designer", "Loopwell"),
        ("ELECTRICIAN WANTED!!!\n\nBrightline Electrical Ltd, Leeds.", "Electrician", "Brightline Electrical Ltd"),
        (
            "We are seeking to appoint a Teacher of Mathematics to join Oakfield Academy in May.",
            "Teacher of Mathematics",
            "Oakfield Academy",
        ),
        (
            "The Tarn Museum of Art & Science seeks a Collections Manager to work with four million objects.",
            "Collections Manager",
            "The Tarn Museum of Art & Science",
        ),
        ("As a Data Engineer, you will build pipelines for the ministry.", "Data Engineer", None),
        (
            "Koch / Köchin (m/w/d) in Vollzeit\n\nDas Gasthaus Zum Hirschen GmbH sucht Hilfe.",
            "Koch / Köchin",
            "Gasthaus Zum Hirschen GmbH",
        ),
        (
            "Comptable confirmé(e) H/F\n\nLa société Meunier & Fils recherche un comptable.",
            "Comptable confirmé(e)",
            "Meunier & Fils",
        ),
        (
            "| Job title | Quantity Surveyor |\n|---|---|\n| Company | Halden Build Ltd |",
            "Quantity Surveyor",
            "Halden Build Ltd",
        ),
        ("Data engineer", "Data engineer", None),
    ],
)
def test_title_and_company_are_found(head, title, company):
    posting = read_job(head + BODY)
    assert (posting.title, posting.company) == (title, company)


def test_what_the_text_does_not_say_is_none():
    posting = read_job("Early mornings, long days, good bread. Must be able to lift sacks of flour.")
    assert posting.title is None
    assert posting.company is None


def test_the_title_is_no_requirement():
    posting = read_job("Warehouse Operative required for busy depot in Swindon\nYou must have a forklift licence")
    assert posting.title == "Warehouse Operative"
    assert [requirement.text for requirement in posting.requirements] == ["You must have a forklift licence"]


@pytest.mark.parametrize(
    ("text", "language", "musts", "wishes"),
    [
        (
            (
                "Aufgaben:\n- Zubereitung von Speisen\n\nIhr Profil:\n- Abgeschlossene Ausbildung als Koch\n"
                "- Führerschein von Vorteil\n\nWir bieten:\n- 30 Tage Urlaub und mehr für die Mitarbeiter"
            ),
            "de",
            ["Zubereitung von Speisen", "Abgeschlossene Ausbildung als Koch"],
            ["Führerschein von Vorteil"],
        ),
        (
            (
                "Vos missions :\n• Tenue de la comptabilité générale\n\nProfil recherché :\n• Maîtrise de Sage et d'Excel\n"
                "• L'anglais serait un plus\n\nNous vous offrons :\n• CDI et mutuelle pour tous"
            ),
            "fr",
            ["Tenue de la comptabilité générale", "Maîtrise de Sage et d'Excel"],
            ["L'anglais serait un plus"],
        ),
        (
            (
                "Funciones:\n- Carga y descarga de camiones\n\nRequisitos:\n- Experiencia mínima de un año en el puesto\n"
                "- Se valorará conocimiento de SAP\n\nSe ofrece:\n- Salario según convenio"
            ),
            "es",
            ["Carga y descarga de camiones", "Experiencia mínima de un año en el puesto"],
            ["Se valorará conocimiento de SAP"],
        ),
        (
            (
                "【業務内容】\n・決済APIの設計と開発\n\n【必須スキル】\n・Javaでの開発経験3年以上\n\n【歓迎スキル】\n・AWSの利用経験\n\n"
                "【待遇】\n・年収600万円"
            ),
            "ja",
            ["決済APIの設計と開発", "Javaでの開発経験3年以上"],
            ["AWSの利用経験"],
        ),
        (
            (
                "岗位职责:\n1、负责业务数据的统计与分析;\n2、搭建数据报表和监控体系;\n\n任职要求:\n1、本科及以上学历;\n\n加分项:\n"
                "1、有电商行业经验者优先。\n\n薪资福利:\n五险一金。"
            ),
            "zh",
            ["负责业务数据的统计与分析", "搭建数据报表和监控体系", "本科及以上学历"],
            ["有电商行业经验者优先"],
        ),
    ],
)
def test_advertisements_in_other_languages_are_read(text, language, musts, wishes):
    posting = read_job(text)
    assert posting.language == language
    assert [requirement.text for requirement in posting.requirements if requirement.must] == musts
    assert [requirement.text for requirement in posting.requirements if not requirement.must] == wishes


def test_text_of_mixed_direction_is_read():
    posting = read_job("נדרש: Experience with \u202ePython\u202c and SQL\n- You must speak עברית and English")
    assert any("Python" in requirement.text for requirement in posting.requirements)
    assert all("\u202e" not in requirement.text for requirement in posting.requirements)
