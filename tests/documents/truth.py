"""What must come out of a generated resume, in the form of the truth files that the benchmark reads."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phrase:
    """A phrase and the heading of the section it stands in; "(header)" for what stands above the first heading."""

    text: str
    section: str


@dataclass
class Truth:
    """What must come out of one document; `order` lists strings that must follow each other in the text."""

    layout: str
    name: str | None
    email: str | None
    phone: str | None = None
    headings: list[str] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    contiguous: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sample:
    """One generated document with its truth."""

    file_name: str
    data: bytes
    truth: Truth
