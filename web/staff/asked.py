"""What people ask: topics, trend, and the share that was not answered."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from rag.evaluation.wording import Wording, wording
from web.i18n import words_for
from web.ports import QuestionMeaning
from web.protection.gate import in_thread
from web.records.asking import Asked, Counted, asked_in
from web.records.database import Database
from web.services import ServicesNow
from web.staff.bars import Bar, bars
from web.staff.pages import show
from web.staff.periods import after, midnight
from web.staff.tables import Cell, TableKind, table_response

USUAL_DAYS = 28
PATH = "/staff/asked"
router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Period:
    """The filter, as dates; both days count."""

    since: str
    until: str
    language: str = ""

    def href(self, path: str = PATH) -> str:
        return f"{path}?{urlencode({'since': self.since, 'until': self.until, 'language': self.language})}"


@router.get("")
async def overview(
    request: Request, services: ServicesNow, since: str = "", until: str = "", language: str = ""
) -> Response:
    """Charts, each with its table."""
    period = period_of(since, until, language)
    found = await in_thread(_found, services.database, period, services.hearing.meaning)
    words = wording(words_for(request).language)
    charts = {"trend": trend_chart(found, words), "topics": topic_chart(found, words)}
    return show(
        request,
        "asked",
        period=period,
        found=found,
        charts=charts,
        group=words.group,
        share=lambda counted: share(counted, words),
        kept=services.settings.keep_questions,
    )


@router.get("/export/{kind}")
async def export(
    services: ServicesNow, kind: TableKind, since: str = "", until: str = "", language: str = ""
) -> Response:
    """All the figures of the page in one table."""
    found = await in_thread(_found, services.database, period_of(since, until, language), services.hearing.meaning)
    rows: list[tuple[Cell, ...]] = [("total", "", found.total.asked, found.total.unanswered)]
    rows += [("language", name, each.asked, each.unanswered) for name, each in found.by_language.items()]
    rows += [("period", each.first.isoformat(), each.counted.asked, each.counted.unanswered) for each in found.trend]
    rows += [("topic", each.question, each.counted.asked, each.counted.unanswered) for each in found.topics]
    return await in_thread(table_response, kind, "asked", ("what", "name", "asked", "not answered"), rows)


def period_of(since: str, until: str, language: str) -> Period:
    """The last USUAL_DAYS where the dates are none, or the wrong way round."""
    last = after(until)
    end = (last - timedelta(days=1)).date() if last else datetime.now(UTC).date()
    begin = midnight(since)
    first = begin.date() if begin and begin.date() <= end else max(end - timedelta(days=USUAL_DAYS - 1), date.min)
    # At most ten years, so that a chart has an end.
    first = max(first, end - timedelta(days=3650))
    return Period(first.isoformat(), end.isoformat(), language if language in ("id", "en") else "")


def trend_chart(found: Asked, words: Wording) -> Markup:
    rows = [_bar(words.days(each.first, each.last), each.counted, words) for each in found.trend]
    return bars(words.gettext("Questions by period, the darker part not answered"), rows)


def topic_chart(found: Asked, words: Wording) -> Markup:
    rows = [_bar(each.question, each.counted, words) for each in found.topics[:10]]
    return bars(words.gettext("Questions by topic, the darker part not answered"), rows)


def share(counted: Counted, words: Wording) -> str:
    return "–" if counted.share is None else words.percent(counted.share)


def _bar(label: str, counted: Counted, words: Wording) -> Bar:
    return Bar(label, counted.asked, counted.unanswered, words.number(counted.asked))


def _found(database: Database, period: Period, meaning: QuestionMeaning | None) -> Asked:
    since, until = midnight(period.since), after(period.until)
    assert since is not None and until is not None  # noqa: S101, PT018 - made by period_of
    with database.reading() as session:
        return asked_in(session, since, until, period.language, meaning)
