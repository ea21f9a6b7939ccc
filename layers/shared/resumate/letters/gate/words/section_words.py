"""What a section (or a number) says by being one: a line under "Certifications" is a certificate without the word."""

from typing import Final

from resumate.documents.model import SectionKind

SECTION_WORDS: Final[dict[SectionKind, str]] = {
    SectionKind.EDUCATION: "degree study studied student graduate graduated university course education read attended completed school academic subject obtained earned received gained trained qualified learned learnt finished majored write wrote progress",
    SectionKind.CERTIFICATIONS: "certificate certification certified course training completed hold passed renewed earned received gained attended learned licence qualification obtained trained",
    SectionKind.SKILLS: "skill skills tool tools technology technologies use know knowledge work familiar software method toolkit stack comfortable experience attended course learning learn daily everyday speak language tongue",
    SectionKind.LANGUAGES: "language languages speak spoken speaker level tongue communicate understand conversation talk read write people follow",
    SectionKind.PROJECTS: "project personal built created made developed own side spare",
    SectionKind.VOLUNTEERING: "volunteer volunteered voluntary unpaid spare community help outside",
    SectionKind.AWARDS: "award awarded received won prize honour recognised recognition",
    SectionKind.PUBLICATIONS: "publication published publish article paper author wrote written",
    SectionKind.INTERESTS: "interest hobby enjoy like spare leisure passion outside",
    SectionKind.EXPERIENCE: "worked employed job position joined",
}

# A sum of money is money without the word.
QUANTITY_WORDS: Final[dict[str, str]] = {
    "money": "money cash dollar pound euro sum amount worth value",
    "percent": "percent percentage share proportion rate",
    "months": "time period",
    "seconds": "time period",
    "multiple": "times",
}
