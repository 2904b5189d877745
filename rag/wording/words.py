"""What people read, in one language: texts of the gettext catalogues, dates and numbers as CLDR has them.

The msgids are the English sentences, with %(names)s to fill in; a literal per cent sign is written %%. `make messages`
collects them into `locales/<language>/LC_MESSAGES/messages.po` and compiles those.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from rag.types import Citation, Language

# British dates and times: "13 February 2026, 08:15".
_LOCALES = {Language.INDONESIAN: "id", Language.ENGLISH: "en_GB"}
_OWN_NAMES = {Language.INDONESIAN: "Bahasa Indonesia", Language.ENGLISH: "English"}


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Marks a msgid that is put into words elsewhere."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """The texts, dates and numbers of one language."""

    language: Language
    catalogue: GNUTranslations

    def gettext(self, message: str, **values: object) -> str:
        """The text with its %(names)s filled in. Raises KeyError for a name without a value."""
        return self.catalogue.gettext(message) % values

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The text for so many; %(count)s is `count` as a number of the language, unless `values` has it."""
        return self.catalogue.ngettext(one, many, count) % {"count": self.number(count), **values}

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """The text of a msgid that means something else elsewhere."""
        return self.catalogue.pgettext(context, message) % values

    def days(self, first: date, last: date) -> str:
        """ "11–14 June 2026"; one day where both are the same."""
        if first == last:
            return self.date(first)
        same_month = (first.year, first.month) == (last.year, last.month)
        return f"{first.day}–{self.date(last)}" if same_month else f"{self.date(first)} – {self.date(last)}"

    def date(self, day: date) -> str:
        """ "4 November 2025"."""
        return str(format_date(day, "long", self._locale))

    def moment(self, iso: str) -> str:
        """ "13 February 2026, 08:15 UTC"; what is no date is left as it is."""
        try:
            moment = datetime.fromisoformat(iso).astimezone(UTC)
        except ValueError:
            return iso
        return f"{self.date(moment.date())}, {format_time(moment, 'short', locale=self._locale)} UTC"

    def number(self, value: float, pattern: str = "#,##0") -> str:
        """`pattern` as in Unicode TR 35; "+0.000;-0.000" shows the sign."""
        return str(format_decimal(value, format=pattern, locale=self._locale))

    def percent(self, share: float) -> str:
        return str(format_percent(share, format="0.0%", locale=self._locale))

    def milliseconds(self, value: float) -> str:
        """ "1,012 ms"."""
        return str(format_unit(round(value), "duration-millisecond", "short", locale=self._locale))

    def recognised(self, citation: Citation) -> str | None:
        """That a quote was read by text recognition, and its doubtful figures; None for text as it was written."""
        if citation.confidence is None:
            return None
        if not citation.doubtful:
            return self.gettext("read by text recognition")
        return self.gettext("read by text recognition; doubtful: %(words)s", words=", ".join(citation.doubtful))

    def source(self, line: str) -> str:
        """A line of `based_on` with the ISO date at its end written out."""
        name, comma, day = line.rpartition(", ")
        try:
            return f"{name}{comma}{self.date(date.fromisoformat(day))}"
        except ValueError:
            return line

    @property
    def other(self) -> Language:
        return Language.ENGLISH if self.language is Language.INDONESIAN else Language.INDONESIAN

    @property
    def other_by_its_own_name(self) -> str:
        return _OWN_NAMES[self.other]

    @property
    def _locale(self) -> str:
        return _LOCALES[self.language]


@cache
def words_of(language: Language) -> Words:
    path = files("rag.wording").joinpath("locales", language.value, "LC_MESSAGES", "messages.mo")
    with path.open("rb") as compiled:
        return Words(language, GNUTranslations(compiled))
