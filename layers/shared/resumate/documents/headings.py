"""The registry of section headings: which words head which kind of section, in five languages.

`sections` asks `kind_of` about every line that may be a heading. To teach a new wording or language, add words here;
they are compared folded (lower case, no accents, no punctuation).
"""

import functools
import itertools
import re
from typing import Final

from resumate.documents.model import SectionKind
from resumate.documents.normalise import fold

_HEADINGS: Final[dict[SectionKind, str]] = {
    SectionKind.CONTACT: """contact; contacts; contact info; contact information; contact details; contact me; personal info;
        personal information; personal details; personal data; details; get in touch; reach me; coordonnees; contactez moi;
        informations personnelles; etat civil; kontakt; kontaktdaten; personliche daten; personliche angaben; zur person;
        contacto; datos personales; datos de contacto; informacion personal; informacion de contacto; 联系方式; 个人信息;
        基本信息; 联系我; 個人資料; 聯絡方式; profiles; social; social media; links; online profiles; find me online;
        websites; social links; social profiles; online presence; on the web; portfolio links""",
    SectionKind.SUMMARY: """summary; professional summary; career summary; executive summary; summary of qualifications;
        qualifications summary; profile; professional profile; career profile; personal profile; about; about me; who i am;
        objective; career objective; professional objective; objectives; career goals; goal; personal statement; statement;
        introduction; overview; bio; biography; highlights; career highlights; headline; profil; a propos; a propos de moi;
        objectif; objectif professionnel; accroche; uber mich; kurzprofil; zusammenfassung; ziel;
        berufsziel; profil personnel; perfil; perfil profesional; resumen; resumen profesional; sobre mi; acerca de mi;
        objetivo; objetivo profesional; extracto; 个人简介; 自我评价; 个人总结; 简介; 关于我; 求职意向; 职业目标; 自我介绍;
        個人簡介; 个人优势; summary statement; professional overview; background; professional background; status""",
    SectionKind.EXPERIENCE: """experience; experiences; work experience; professional experience; work history; employment;
        employment history; career history; career; professional history; work; relevant experience; job history; job experience;
        internships; internship; internship experience; internships experience; industry experience; teaching experience;
        research experience; other work experience; other experience; additional experience; military experience; military service;
        leadership experience; clinical experience; positions; appointments; academic appointments; work and experience;
        positions held; professional career; working experience; teaching; experience professionnelle; experiences professionnelles;
        experience; parcours professionnel; parcours; emplois; stages; berufserfahrung; beruflicher werdegang;
        berufliche erfahrung; praktische erfahrung; werdegang; arbeitserfahrung; berufspraxis; praktika; berufliche stationen;
        tatigkeiten; experiencia; experiencia laboral; experiencia profesional; historial laboral; trayectoria;
        trayectoria profesional; empleo; practicas; 工作经历; 工作经验; 职业经历; 实习经历; 工作經歷; 工作經驗; 工作; 实习经验;
        实践经历; 职业经验""",
    SectionKind.EDUCATION: """education; educations; educational background; academic background; academic history; studies;
        academic qualifications; education and training; education training; education background; training; academics; schooling;
        qualifications; academic education; degrees; coursework; relevant coursework; courses; academic; formation; formations;
        etudes; diplomes; cursus; parcours scolaire; parcours academique; scolarite; formation academique; education et formation;
        ausbildung; bildung; bildungsweg; studium; schulbildung; akademische ausbildung; schulausbildung; weiterbildung;
        weiterbildungen; bildungsgang; ausbildung und studium; educacion; formacion; formacion academica; estudios;
        estudios academicos; formacion complementaria; cursos; 教育背景; 教育经历; 学历; 教育; 学习经历; 教育經歷; 教育程度;
        教育与培训; 培训经历; 主修课程; continuing education; professional development; professional training; trainings""",
    SectionKind.SKILLS: """skills; skill; technical skills; key skills; core skills; professional skills; hard skills; soft skills;
        skill set; skillset; skill summary; skills summary; core competencies; competencies; competences; key competencies;
        competencies and skills; areas of expertise; expertise; technical expertise; technologies; technology; tech stack;
        technical proficiencies; proficiencies; tools; tools and technologies; technologies and tools; programming;
        programming languages; programming skills; computer skills; it skills; digital skills; software; software skills;
        strengths; key strengths; abilities; capabilities; specialties; specialities; specializations; focus areas; fields;
        fields of expertise; frameworks; methodologies; operating systems; databases; platforms; technical; technical knowledge;
        knowledge; skills and abilities; skills and expertise; competence; core strengths; other skills; additional skills;
        personal skills; interpersonal skills; transferable skills; technical competencies; technical summary; technical profile;
        talents; areas of focus; core qualifications; key qualifications; industry knowledge; technical environment;
        competences techniques; competences cles; savoir faire; savoir etre; informatique; competences informatiques; logiciels;
        atouts; qualites; outils; domaines de competence; kenntnisse; fahigkeiten; fertigkeiten; kompetenzen; edv kenntnisse;
        it kenntnisse; fachkenntnisse; besondere kenntnisse; technische fahigkeiten; starken; qualifikationen; kernkompetenzen;
        technologien; werkzeuge; habilidades; competencias; aptitudes; conocimientos; destrezas; habilidades tecnicas;
        conocimientos informaticos; informatica; conocimientos tecnicos; herramientas; tecnologias; fortalezas; 技能; 专业技能;
        技能特长; 个人技能; 技术栈; 专业能力; 技能证书; 掌握技能; 專業技能; 技術; 技术能力; 核心技能; 职业技能; 软件技能""",
    SectionKind.PROJECTS: """projects; project; personal projects; selected projects; key projects; side projects; academic projects;
        notable projects; project experience; open source; open source projects; open source contributions; portfolio; research;
        research projects; research interests; research project; software projects; recent projects; major projects; work samples;
        university projects; school projects; projets; projets personnels; realisations; projets academiques; projekte;
        projekterfahrung; ausgewahlte projekte; projektliste; proyectos; proyectos personales; portafolio; 项目经历; 项目经验;
        项目; 個人項目; 开源项目; 科研经历; 研究经历; 項目經驗; 个人项目; 作品; contributions; patents""",
    SectionKind.CERTIFICATIONS: """certifications; certification; certificates; certificate; licenses; licences; credentials;
        licenses and certifications; certifications and licenses; professional certifications; accreditations; certifications and training;
        licensure; certificats; certifications professionnelles; habilitations; permis; zertifikate; zertifizierungen; bescheinigungen;
        fuhrerschein; certificaciones; certificados; licencias; 证书; 资格证书; 认证; 职业资格; 所获证书; 證書; 资质证书""",
    SectionKind.PUBLICATIONS: """publications; publication; selected publications; papers; articles; conference papers; journal articles;
        publications and presentations; presentations; talks; conferences; presentations and talks; speaking; speaking engagements; posters;
        books; journals; invited talks; writing; writings; peer reviewed publications; bibliography; conference presentations; theses;
        thesis; communications; veroffentlichungen; publikationen; vortrage; publicaciones; articulos; ponencias; 论文; 发表论文;
        学术成果; 出版物; 著作; 论文发表; 學術論文""",
    SectionKind.AWARDS: """awards; award; honors; honours; honors and awards; awards and honors; awards and scholarships; scholarships;
        achievements; accomplishments; key achievements; distinctions; grants; prizes; recognition; awards and recognition;
        fellowships; notable achievements; key accomplishments; academic achievements; academic honors; awards and achievements;
        professional achievements; selected achievements; most proud of; prix; recompenses; bourses; auszeichnungen; preise; stipendien;
        ehrungen; erfolge; premios; reconocimientos; logros; becas; distinciones; 获奖; 获奖情况; 荣誉; 荣誉奖项; 奖项; 获奖经历;
        所获荣誉; 獲獎; 奖励; 荣誉证书""",
    SectionKind.LANGUAGES: """languages; language; language skills; foreign languages; spoken languages; language proficiency; langues;
        langue; langues etrangeres; sprachen; sprachkenntnisse; fremdsprachen; idiomas; lenguas; 语言; 语言能力; 外语水平; 外语;
        語言; 語言能力; 语言技能""",
    SectionKind.VOLUNTEERING: """volunteering; volunteer; volunteer experience; volunteer work; volunteering experience; community;
        community service; community involvement; extracurricular; extracurricular activities; extra curricular activities;
        campus activities; activities; leadership; leadership and activities; activities and leadership; involvement; affiliations;
        memberships; professional memberships; professional affiliations; professional affiliations and activities; organizations;
        organisations; associations; professional associations; professional organizations; service; outreach; civic engagement;
        social engagement; student activities; student organizations; engagement; committees; social activities; benevolat;
        engagements; vie associative; activites; activites extra professionnelles; engagements associatifs; ehrenamt;
        ehrenamtliches engagement; ehrenamtliche tatigkeiten; ehrenamtliche tatigkeit; mitgliedschaften; engagement und ehrenamt;
        voluntariado; actividades; actividades extracurriculares; asociaciones; 志愿者经历; 志愿服务; 社会实践; 校园经历; 社团经历;
        校内经历; 志愿经历; 學生活動; 学生工作; 社会活动""",
    SectionKind.INTERESTS: """interests; interest; hobbies; hobby; hobbies and interests; interests and hobbies; personal interests; other interests;
        passions; a day of my life; leisure; activities and interests; interests and activities; life philosophy; my life philosophy;
        centres d interet; centre d interet; loisirs; interets; passions et loisirs; interessen; hobbys; hobbies und interessen;
        freizeit; intereses; aficiones; pasatiempos; intereses personales; 兴趣爱好; 兴趣; 爱好; 興趣; 个人爱好; 興趣愛好""",
    SectionKind.REFERENCES: """references; reference; referees; referee; testimonials; recommendations; professional references;
        references available upon request; references available on request; recommandations; referenzen; empfehlungen; referencias;
        recomendaciones; 推荐人; 证明人; 推薦人""",
    SectionKind.OTHER: """other; others; other information; additional information; additional; miscellaneous; misc; further information;
        extras; notes; availability; nationality; visa; work authorization; security clearance; clearance; hinweise; divers;
        autres; autres informations; informations complementaires; sonstiges; weiteres; zusatzliche informationen; weitere angaben;
        otros; otros datos; informacion adicional; datos de interes; 其他; 其它; 其他信息; 附加信息; 备注""",
}  # fmt: skip

_KINDS: Final[dict[str, SectionKind]] = {
    " ".join(word.split()): kind for kind, words in _HEADINGS.items() for word in words.split(";")
}
# The last word of a longer heading ("Selected Industry Experience") tells its kind; only looks can confirm such a line.
_CORES: Final[dict[str, SectionKind]] = {
    core: _KINDS[core]
    for core in """experience education skills projects publications certifications awards languages interests references summary
        profile achievements expertise competencies training qualifications history employment activities affiliations memberships
        honors hobbies objective courses certificates licenses internships volunteering presentations tools technologies
        accomplishments strengths involvement volunteer positions certificates experiencia erfahrung kenntnisse""".split()
    if core in _KINDS
}
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTS: Final = re.compile(r"\s*(?:&|/|\||,|\+|;|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|与|和|及|、)\s*", re.IGNORECASE)
# Words before a known wording that change nothing: "Selected Experience", "Core Research Experience".
_QUALIFIER: Final = re.compile(
    r"^(?:selected|relevant|additional|other|further|recent|core|significant|notable|previous|past|current|main|resume|cv|my|all"
    r"|professional|personal|career) (?=\S)"
)
_NUMBERING: Final = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+")
LONGEST_HEADING: Final = 60


@functools.lru_cache(maxsize=4096)
def kind_of(text: str) -> SectionKind | None:
    """Return the kind that exactly these words head, or None; numbering, colons and icons do not matter."""
    if len(text) > LONGEST_HEADING:
        return None
    plain = _NUMBERING.sub("", text.strip())
    folded = _folded(plain)
    if folded in _KINDS:
        return _KINDS[folded]
    if (turned := _in_other_number(folded)) is not None:
        return turned
    if qualifier := _QUALIFIER.match(folded):
        return kind_of(plain[qualifier.end() :])
    parts = [_folded(part) for part in _PARTS.split(plain)]
    kinds = [_KINDS.get(part) for part in parts if part]
    if 2 <= len(kinds) <= 4 and kinds[0] is not None and all(kind is not None for kind in kinds):
        return kinds[0]
    return None


def _in_other_number(folded: str) -> SectionKind | None:
    """Return the kind of a wording that is known in the singular or plural of its words: "Work Experiences"."""
    words = folded.split()
    if not 2 <= len(words) <= 4 or not folded.isascii():
        return None
    turned = [[word, word.removesuffix("s") if word.endswith("s") else f"{word}s"] for word in words]
    return next((_KINDS[other] for form in itertools.product(*turned) if (other := " ".join(form)) in _KINDS), None)


def likely_kind(text: str) -> SectionKind | None:
    """Return the kind that a heading of these words would have, by its parts or its last word; None if they tell nothing."""
    exact = kind_of(text)
    if exact is not None or len(text) > LONGEST_HEADING:
        return exact
    for part in _PARTS.split(_NUMBERING.sub("", text.strip())):
        if (known := _KINDS.get(_folded(part))) is not None:
            return known
    words = _folded(text).split()
    if 2 <= len(words) <= 5:
        return _CORES.get(words[-1]) or _CORES.get(words[0])
    if _CJK.search(text):
        return next(
            (kind for word, kind in _KINDS.items() if len(word) >= 2 and _CJK.match(word) and word in text), None
        )
    return None


def _folded(text: str) -> str:
    folded = fold(text)
    if len(folded) > 5 and all(len(word) == 1 for word in folded.split()):  # "S K I L L S"
        return folded.replace(" ", "")
    return folded.replace(" ", "") if _CJK.search(folded) else folded
