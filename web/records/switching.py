"""What is switched off, and the notice above the public page; every change leaves a row in the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from rag.types import Language
from rag.wording.words import N_
from web.records.audit import record
from web.records.engine import hold
from web.records.failures import Unfit
from web.records.models import Base

LONGEST_REASON = 300
LONGEST_NOTICE = 300
_THE_NOTICE = 1


class Switch(StrEnum):
    """What can be switched off by itself."""

    PAGE = "page"  # the public pages
    API = "api"  # what programs call: /api and /v1
    CHANNELS = "channels"  # messengers
    MODEL = "model"  # the language model; answers are quotes then


class SwitchRow(Base):
    """Something that is switched off; what is on has no row."""

    __tablename__ = "switches"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    reason: Mapped[str]
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]


class NoticeRow(Base):
    """The notice; there is one row at most, of id 1."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    indonesian: Mapped[str]
    english: Mapped[str]
    until: Mapped[date | None]
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Off:
    """Why something is off, and since when."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of plain text; `until` is the last day on which it is shown."""

    indonesian: str
    english: str
    until: date | None = None

    def text(self, language: Language) -> str:
        return self.english if language is Language.ENGLISH else self.indonesian

    def is_over(self, today: date) -> bool:
        return self.until is not None and today > self.until


@dataclass(frozen=True, slots=True)
class State:
    """Everything that was set; nothing, and all is on."""

    off: Mapping[Switch, Off] = field(default_factory=dict)
    notice: Notice | None = None

    def notice_on(self, today: date) -> Notice | None:
        return None if self.notice is None or self.notice.is_over(today) else self.notice


def state_of(session: Session) -> State:
    """As it is stored; a switch of a newer version of this program is passed over."""
    rows = session.scalars(select(SwitchRow))
    off = {Switch(row.name): Off(row.reason, row.by, row.at) for row in rows if row.name in list(Switch)}
    found = session.get(NoticeRow, _THE_NOTICE)
    return State(off, Notice(found.indonesian, found.english, found.until) if found else None)


def switch_off(session: Session, actor: str, switch: Switch, reason: str) -> None:
    """Raises Unfit without a reason, and for what is off."""
    reason = _reason(reason)
    if not reason:
        raise Unfit(N_("Say why: the reason is kept in the audit log."))
    hold(session, "switches")
    if session.get(SwitchRow, switch.value) is not None:
        raise Unfit(N_("It is switched off already."))
    session.add(SwitchRow(name=switch.value, reason=reason, by=actor[:100], at=datetime.now(UTC)))
    record(session, actor, "switch.off", f"switch:{switch.value}", {"reason": reason})


def switch_on(session: Session, actor: str, switch: Switch, reason: str = "") -> None:
    """Raises Unfit for what is on."""
    reason = _reason(reason)
    hold(session, "switches")
    row = session.get(SwitchRow, switch.value)
    if row is None:
        raise Unfit(N_("It is switched on already."))
    session.delete(row)
    record(session, actor, "switch.on", f"switch:{switch.value}", {"reason": reason} if reason else None)


def set_notice(session: Session, actor: str, notice: Notice, today: date) -> None:
    """In place of the one there was. Raises Unfit for one that would not be shown, or in one language only."""
    texts = {name: _line(getattr(notice, name)) for name in ("indonesian", "english")}
    if not all(texts.values()):
        raise Unfit(N_("Write the notice in Indonesian and in English."))
    if max(map(len, texts.values())) > LONGEST_NOTICE:
        raise Unfit(N_("A notice has at most %(most)s characters."), most=LONGEST_NOTICE)
    if notice.is_over(today):
        raise Unfit(N_("The last day of the notice is over already."))
    hold(session, "notices")
    session.execute(delete(NoticeRow))
    row = NoticeRow(id=_THE_NOTICE, **texts, until=notice.until, by=actor[:100], at=datetime.now(UTC))
    session.add(row)
    until = {"until": notice.until.isoformat()} if notice.until else {}
    record(session, actor, "notice.set", "notice", texts | until)


def remove_notice(session: Session, actor: str) -> None:
    """Raises Unfit where there is none."""
    hold(session, "notices")
    row = session.get(NoticeRow, _THE_NOTICE)
    if row is None:
        raise Unfit(N_("There is no notice."))
    session.delete(row)
    record(session, actor, "notice.removed", "notice")


def _reason(text: str) -> str:
    """Raises Unfit for one that is too long."""
    text = _line(text)
    if len(text) > LONGEST_REASON:
        raise Unfit(N_("A reason has at most %(most)s characters."), most=LONGEST_REASON)
    return text


def _line(text: str) -> str:
    """One line, without characters that cannot be seen: U+202E would turn a notice around."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())
