"""Thirty-six advertisements as people paste them: what they are for, who offers them, what they ask, and what is dropped.

The texts are in ``advertisements``, written for these tests in the manner of job boards, ministries, clinics, start-ups
and recruiters, in eight languages; the employers do not exist.
"""

from pathlib import Path

import pytest

from resumate.matching.read_job import read_job

FOLDER = Path(__file__).parent / "advertisements"

# file: (title, company, language, one of the musts, one of the wishes)
EXPECTED = {
    "academic": ("Research Technician in Plant Imaging", "University of Westmere", "en", "experience with confocal microscopy", "Python"),
    "american_corporate": ("Senior Product Manager", "Larkspur Financial Technologies, Inc.", "en", "5+ years of product management experience", "SQL"),
    "chinese_backend": ("后端开发工程师", "海桥科技有限公司", "zh", "熟悉 MySQL 和 Redis", "Kubernetes"),
    "civil_service": ("Flood Risk Adviser", "Department for Rivers and Coasts", "en", "Knowledge of flood risk management", "GIS"),
    "company_at_the_end": ("Kitchen Manager", "Saltmarsh Inns Ltd", "en", "Good knowledge of allergens", None),
    "dutch_logistics": ("Logistiek medewerker", "Transportbedrijf Van Houten B.V.", "nl", "Heftruckcertificaat", None),
    "french_developer": ("développeur(se) full stack", "Atelier Numérique Rhône", "fr", "Maîtrise de Python et de SQL", "Docker"),
    "german_formal": ("Pflegefachkraft", "Klinikum Dreisamtal gGmbH", "de", "Erfahrung auf einer Intensivstation", "Intensivpflege"),
    "german_short": ("Bäckermeister", "Bäckerei Kornblum", "de", "Meisterbrief", "Sauerteig"),
    "html_paste": ("Site Reliability Engineer", "Quayside Cloud Ltd", "en", "On-call experience", "Go or Rust"),
    "italian_shop": ("Addetto/a vendite", "Libreria Due Torri", "it", "Esperienza nella vendita al dettaglio", None),
    "linkedin_paste": ("Claims Data Analyst", "Harbourlight Insurance", "en", "Strong SQL", "Insurance knowledge"),
    "markdown_repository": ("Technical Writer", "Fernwood Robotics", "en", "Experience with Markdown and Git", "OpenAPI"),
    "no_company": ("Bookkeeper", None, "en", "Experience with Xero", None),
    "no_title": (None, None, "en", "A driving licence is essential", "Welsh"),
    "prose_only": ("Part II Architectural Assistant", "Brindle & Rowe Architects", "en", "Part I qualification", "Rhino"),
    "recruiter": ("Mechanical Design Engineer", None, "en", "Degree in mechanical engineering", "EN 81"),
    "spanish_teacher": ("Profesor/a de Matemáticas", "Colegio San Telmo", "es", "Máster de Profesorado", "Moodle"),
    "startup_informal": ("customer success person", "Pebblepost", "en", "you write well", None),
    "table_paste": ("Payroll Specialist", "Kestrel Foods plc", "en", "CIPP qualification", "SAP SuccessFactors"),
    "about_us_first": ("Marketing Manager", "Oak & Ember", "en", "five years' experience in consumer marketing", None),
    "american_logistics": ("Supply Chain Analyst II", "Meridian Logistics Inc.", "en", "Advanced Excel", "SQL"),
    "capital_headings": ("Senior Backend Engineer (Go)", "Quillstream", "en", "PostgreSQL tuning", "Terraform"),
    "french_agency": ("Chargé(e) de communication", "L'Atelier des Rives", "fr", "la suite Adobe et WordPress", "Anglais"),
    "german_industry": ("Fachkraft für Arbeitssicherheit", "Hessenwerk Maschinenbau GmbH", "de", "Mindestens 3 Jahre Berufserfahrung", "Führerschein"),
    "hospital_rates": ("Registered Nurse", "Bayside Health", "en", "Current RN license", "PCCN"),
    "one_paragraph": ("Veterinary Receptionist", "Fernhill Veterinary Group", "en", "customer service experience", "RxWorks"),
    "recruiter_paragraph": ("Maintenance Electrician", None, "en", "planned and reactive maintenance", "2391"),
    "startup_lower_case": ("Product Person #2", "tally", "en", "live in sql", "open banking"),
    "agency_contract": ("Senior Quality Engineer", None, "en", "5 years' experience in a regulated environment", "Green Belt"),
    "county_council": ("Highways Inspector", "Wealdshire County Council", "en", "report writing", "UKHIB"),
    "french_bakery_prose": ("pâtissier(ère)", "La Boulangerie Morel", "fr", "CAP pâtissier", "Permis B"),
    "german_practice_prose": ("Medizinische Fachangestellte", "Hausarztpraxis Dr. Wenzel & Kollegen", "de", "Ausbildung als MFA", "Hausarztpraxis"),
    "hiring_notice": ("Line Cooks & Prep Cooks", "Juniper Street Kitchen", "en", "Food handler's card", "Spanish"),
    "linkedin_headings": ("Customer Success Manager", "Brightvale", "en", "Native-level German", "proptech"),
    "state_agency": ("Environmental Specialist II", "State of New Albion", "en", "valid driver's license", "GIS"),
}  # fmt: skip
# Words of benefits, pay, equality, ways to apply and page furniture: none of it is asked of anybody.
NEVER_ASKED = (
    "holiday", "pension", "£", "€", "equal opportunit", "discriminat", "apply", "salary", "insurance,", "Urlaub", "Altersvorsorge", "Deutschlandticket",
    "Schwerbehinder", "télétravail", "mutuelle", "handicap", "contrato", "Offriamo", "五险", "dog-friendly", "perks", "employment agency",
    "Behaviours", "set alert", "Benefits", "what you'd do", "might be a fit", "E-Verify", "Closing", "committed to diversity", "hiring",
    "full training", "substituted", "report to", "ping us", "While performing", "Cardiac Telemetry (Nights)", "57 applicants",
    "+7 more", "Apply in person", "celebrate difference", "Dave Mercer", "Aoife", "Bewerbungen", "Repos",
)  # fmt: skip


@pytest.fixture(params=EXPECTED.items(), ids=EXPECTED.keys())
def advertisement(request):
    name, expected = request.param
    return read_job((FOLDER / f"{name}.txt").read_text(encoding="utf-8")), expected


def test_every_text_in_the_folder_is_expected():
    assert {path.stem for path in FOLDER.iterdir()} == EXPECTED.keys()


def test_an_advertisement_tells_its_title_its_company_and_its_language(advertisement):
    job, (title, company, language, _, _) = advertisement
    assert (job.title, job.company, job.language) == (title, company, language)


def test_what_must_be_is_told_from_what_would_be_nice(advertisement):
    job, (_, _, _, must, wish) = advertisement
    assert any(must in requirement.text for requirement in job.requirements if requirement.must)
    assert any((wish or "") in requirement.text for requirement in job.requirements if not requirement.must) or not wish
    assert not any(must in requirement.text for requirement in job.requirements if not requirement.must)


def test_terms_benefits_and_the_page_around_it_are_no_requirements(advertisement):
    job, _ = advertisement
    asked = "\n".join(requirement.text for requirement in job.requirements)
    assert [word for word in NEVER_ASKED if word in asked] == []
