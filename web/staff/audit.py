"""For administrators: who did what, filtered, and as a table to take away."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from rag.wording.words import N_
from web.protection.gate import in_thread, iterate
from web.public.listing import page_number, pages_of
from web.records.audit import Wanted, count, find, names, record, table_of
from web.records.database import Database
from web.records.models import AuditRow
from web.services import ServicesNow
from web.staff.pages import VisitorNow, show
from web.staff.periods import after, midnight

PAGE = 50
router = APIRouter(prefix="/staff/audit", include_in_schema=False)

# What a person reads for an action; one without an entry is shown by its name.
ACTIONS = {
    "account.added": N_("account added"),
    "account.disabled": N_("account closed"),
    "account.enabled": N_("account opened again"),
    "account.locked": N_("account locked after failed sign-ins"),
    "account.password": N_("password changed"),
    "account.role": N_("role changed"),
    "account.unlocked": N_("lock lifted"),
    "audit.exported": N_("audit log exported"),
    "audit.pruned": N_("oldest rows of the audit log deleted"),
    "briefing.changed": N_("briefing changed"),
    "briefing.exported": N_("briefing exported"),
    "briefing.made": N_("briefing made"),
    "briefing.removed": N_("briefing deleted"),
    "case.assigned": N_("case of feedback assigned"),
    "case.gold": N_("gold question made of a case"),
    "case.noted": N_("note on a case of feedback"),
    "case.reopened": N_("case of feedback opened again"),
    "case.resolved": N_("case of feedback resolved"),
    "document.edited": N_("document edited"),
    "document.removed": N_("document removed"),
    "document.restored": N_("document restored"),
    "document.uploaded": N_("file uploaded"),
    "document.withdrawn": N_("document withdrawn"),
    "evaluation.changed": N_("name or note of a run changed"),
    "evaluation.started": N_("run over gold questions started"),
    "evaluation.stopped": N_("run over gold questions stopped"),
    "feedback.exported": N_("feedback exported"),
    "gold.added": N_("gold questions added"),
    "gold.changed": N_("gold question changed"),
    "gold.removed": N_("gold question deleted"),
    "gold.sheet_made": N_("sheet of gold questions made"),
    "gold.sheet_removed": N_("sheet of gold questions deleted"),
    "index.approved": N_("version of the index approved"),
    "index.held": N_("version of the index held back"),
    "index.published": N_("publishing started"),
    "index.rolled_back": N_("went back to an earlier version"),
    "key.made": N_("key of a program made"),
    "key.revoked": N_("key of a program revoked"),
    "notice.removed": N_("notice removed"),
    "notice.set": N_("notice set"),
    "retention.ran": N_("what is over its time deleted"),
    "session.began": N_("signed in"),
    "session.ended": N_("signed out"),
    "session.failed": N_("sign-in failed"),
    "source.added": N_("watched source added"),
    "source.made_due": N_("watched source to be looked at soon"),
    "source.paused": N_("watched source paused"),
    "source.removed": N_("watched source removed"),
    "source.resumed": N_("watched source resumed"),
    "switch.off": N_("switched off"),
    "switch.on": N_("switched on"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filter as it stands in the address; what is no date is no bound."""

    actor: str = ""
    action: str = ""
    since: str = ""
    until: str = ""

    def wanted(self) -> Wanted:
        """`until` is the last day that counts."""
        return Wanted(self.actor, self.action, midnight(self.since), after(self.until))

    def href(self, page: int = 1, path: str = "/staff/audit") -> str:
        given = {"actor": self.actor, "action": self.action, "since": self.since, "until": self.until}
        values = {name: value for name, value in given.items() if value} | ({"page": str(page)} if page > 1 else {})
        return f"{path}?{urlencode(values)}" if values else path


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the rows; pages count from 1."""

    rows: list[AuditRow]
    total: int
    number: int
    actors: tuple[str, ...]
    actions: tuple[str, ...]

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@router.get("")
async def log(
    request: Request,
    services: ServicesNow,
    actor: str = "",
    action: str = "",
    since: str = "",
    until: str = "",
    page: str = "",
) -> Response:
    """The rows, newest first."""
    asked = Asked(actor, action, since, until)
    leaf = await in_thread(_leaf, services.database, asked, page_number(page))
    return show(request, "audit", asked=asked, leaf=leaf, action_names=ACTIONS)


@router.get("/export.csv")
async def export(
    services: ServicesNow, visitor: VisitorNow, actor: str = "", action: str = "", since: str = "", until: str = ""
) -> StreamingResponse:
    """All rows of the filter; that somebody took them is itself a row."""
    wanted = Asked(actor, action, since, until).wanted()
    await in_thread(_note_export, services.database, visitor.name)

    def start() -> Iterator[str]:
        with services.database.reading() as session:
            yield from table_of(find(session, wanted))

    headers = {"Content-Disposition": 'attachment; filename="audit.csv"'}
    lines = iterate(start, "", services.settings.keep_alive_s)
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


def _note_export(database: Database, name: str) -> None:
    with database.writing() as session:
        record(session, name, "audit.exported")


def _leaf(database: Database, asked: Asked, number: int) -> Leaf:
    with database.reading() as session:
        total = count(session, asked.wanted())
        number = min(number, pages_of(total, PAGE))
        rows = list(find(session, asked.wanted(), (number - 1) * PAGE, PAGE))
        return Leaf(rows, total, number, *names(session))
