"""How UCDP asks to be cited, by version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LICENCE, LICENCE_URL = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
DOWNLOADS = "https://ucdp.uu.se/downloads/"


@dataclass(frozen=True)
class Article:
    """An article in a journal."""

    authors: str
    year: str
    title: str
    where: str
    doi: str = ""

    def __str__(self) -> str:
        """Return it as it is cited."""
        return f"{self.authors} ({self.year}). {self.title}. {self.where}."


JOURNAL = "Journal of Peace Research"

GED = Article(
    "Sundberg, R. & Melander, E.",
    "2013",
    "Introducing the UCDP Georeferenced Event Dataset",
    f"{JOURNAL} 50(4), 523–532",
    "https://doi.org/10.1177/0022343313484347",
)

CANDIDATE = Article(
    "Hegre, H., Croicu, M., Eck, K. & Högbladh, S.",
    "2020",
    "Introducing the UCDP Candidate Events Dataset",
    "Research & Politics 7(3)",
)

YEARLY: Mapping[str, Article] = {
    "22.1": Article(
        "Davies, S., Pettersson, T. & Öberg, M.", "2022", "Organized violence 1989–2021 and drone warfare",
        f"{JOURNAL} 59(4)", "https://doi.org/10.1177/00223433221108428",
    ),
    "23.1": Article(
        "Davies, S., Pettersson, T. & Öberg, M.", "2023",
        "Organized violence 1989–2022, and the return of conflict between states", f"{JOURNAL} 60(4)",
    ),
    "24.1": Article(
        "Davies, S., Engström, G., Pettersson, T. & Öberg, M.", "2024",
        "Organized violence 1989–2023, and the prevalence of organized crime groups", f"{JOURNAL} 61(4)",
    ),
    "25.1": Article(
        "Davies, S., Pettersson, T., Sollenberg, M. & Öberg, M.", "2025",
        "Organized violence 1989–2024, and the challenges of identifying civilian victims",
        f"{JOURNAL} 62(4), 1223–1240", "https://doi.org/10.1177/00223433251345636",
    ),
}  # fmt: skip
"""The article that goes with each yearly version."""

OTHER = Article(
    "Davies, S. et al.", "of the year of the version used", "Organized violence", f"{JOURNAL}; see {DOWNLOADS}"
)


@dataclass(frozen=True)
class Release:
    """A release of the dataset; `version` is "" if the file's name does not tell it."""

    version: str

    @property
    def name(self) -> str:
        """What it is called."""
        kind = "UCDP Candidate Events Dataset" if self.is_candidate else "UCDP Georeferenced Event Dataset (GED)"
        return f"{kind}, version {self.version or 'not told by the name of the file'}"

    @property
    def is_candidate(self) -> bool:
        """Whether it is one of the monthly releases, which UCDP checks again."""
        return self.version.count(".") > 1

    @property
    def year(self) -> str:
        """The year in which it came out, as its number tells; "" if unknown."""
        return f"20{self.version[:2]}" if self.version else ""

    @property
    def articles(self) -> tuple[Article, ...]:
        """What is to be cited."""
        return (GED, CANDIDATE if self.is_candidate else YEARLY.get(self.version, OTHER))

    def citation(self) -> str:
        """Return how to cite it, in one line."""
        return f"Uppsala Conflict Data Program: {self.name}. {' '.join(map(str, self.articles))} {LICENCE}."
