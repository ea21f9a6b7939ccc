"""The language of a text, by its script and its small words."""

import pytest

from resumate.documents.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Led the team of five and built the tools that our clients use for their work at the bank"),
        (
            "de",
            "Leitung des Teams und Entwicklung von Werkzeugen für die Kunden mit dem Ziel, die Arbeit zu erleichtern",
        ),
        (
            "fr",
            "Direction de l'équipe et développement des outils pour les clients de la banque dans le cadre du projet",
        ),
        (
            "es",
            "Dirección del equipo y desarrollo de las herramientas para los clientes de la empresa en el marco del proyecto",
        ),
        ("zh", "负责后端系统开发与维护"),
        ("ja", "バックエンドの開発を担当しています"),
        ("ko", "백엔드 개발을 담당했습니다"),
        ("ru", "Разработка систем и руководство командой"),
        ("en", "Python, SQL, Kafka, Terraform"),
        ("en", ""),
    ],
)
def test_guessing(language, text):
    assert guess_language(text) == language


def test_an_english_resume_with_foreign_names_is_english():
    text = (
        "Software Engineer at Casa de la Moneda, Calle de Alcalá. Built the tools for the team and led the work on it."
    )
    assert guess_language(text) == "en"
