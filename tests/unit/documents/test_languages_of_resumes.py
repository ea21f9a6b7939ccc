"""Resumes in German, French, Spanish and Chinese: sections, entries, contact."""

import pytest

from resumate.documents.model import SectionKind, YearMonth
from resumate.documents.read import read_document

GERMAN = """Lebenslauf

Persönliche Daten
Name: Jürgen Müller-Weiß
Anschrift: Hauptstraße 12, 10115 Berlin
E-Mail: j.mueller@example.de

Berufserfahrung

03/2019 – heute    Senior Softwareentwickler, ACME Logistik GmbH, Berlin
- Leitung eines Teams von fünf Entwicklern

Ausbildung
10/2009 – 07/2014    M.Sc. Informatik, Technische Universität Berlin

Sprachkenntnisse
Deutsch (Muttersprache), Englisch (fließend), Niederländisch für den Urlaub und die Arbeit
"""
FRENCH = """Élodie Lefèvre-Dubois
12 rue des Lilas, 69003 Lyon · 06 12 34 56 78 · elodie.lefevre@example.fr

EXPÉRIENCE PROFESSIONNELLE
Cheffe de projet – Clinique du Parc, Lyon
Janvier 2018 – aujourd'hui
• Pilotage du déploiement d'un dossier patient pour les soignants de la clinique

FORMATION
2007 – 2012 : Diplôme d'ingénieur, Université de Lyon

CENTRES D'INTÉRÊT
Escalade
"""
SPANISH = """Rosa Delgado Ruiz
Sevilla, España | rosa.delgado@example.es | +34 955 123 456

EXPERIENCIA LABORAL
Enfermera jefa, Hospital del Valle
enero de 2020 - actualidad
• Coordinación de los turnos de la planta y de las guardias para el servicio

FORMACIÓN ACADÉMICA
Grado en Enfermería, Universidad de Sevilla, 2012 - 2016

IDIOMAS
Español, inglés
"""
CHINESE = """张伟
电话：138-0013-8000 | 邮箱：zhangwei@example.com

工作经历
2019年3月 - 至今  某某科技有限公司  高级后端工程师
• 负责订单系统的设计与开发，日均处理请求两千万次

教育背景
2012年9月 - 2016年6月  北京大学  计算机科学与技术  本科

语言能力
英语六级
"""
CASES = [
    ("de", GERMAN, "Jürgen Müller-Weiß", "ACME Logistik GmbH", "Senior Softwareentwickler", YearMonth(2019, 3)),
    ("fr", FRENCH, "Élodie Lefèvre-Dubois", "Clinique du Parc", "Cheffe de projet", YearMonth(2018, 1)),
    ("es", SPANISH, "Rosa Delgado Ruiz", "Hospital del Valle", "Enfermera jefa", YearMonth(2020, 1)),
    ("zh", CHINESE, "张伟", "某某科技有限公司", "高级后端工程师", YearMonth(2019, 3)),
]


@pytest.mark.parametrize(
    ("language", "text", "name", "employer", "title", "start"), CASES, ids=[case[0] for case in CASES]
)
def test_resumes_in_other_languages(language, text, name, employer, title, start):
    """Given a resume in another language, person, job and education are found, and the language is told."""
    document = read_document(text.encode(), "resume.txt")
    assert document.language == language
    assert document.contact.name == name
    assert document.contact.email is not None
    (job,) = [e for s in document.sections if s.kind is SectionKind.EXPERIENCE for e in s.entries]
    assert (job.organisation, job.title, job.start, job.current) == (employer, title, start, True)
    (degree,) = [e for s in document.sections if s.kind is SectionKind.EDUCATION for e in s.entries]
    assert degree.organisation is not None
