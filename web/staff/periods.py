"""A period as it stands in an address; what is no date is no bound."""

from datetime import UTC, date, datetime, time, timedelta


def midnight(day: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), time(), UTC)
    except ValueError:
        return None


def after(day: str) -> datetime | None:
    """The first moment that does not count when `day` is the last one that does."""
    last = midnight(day)
    return last + timedelta(days=1) if last and last.date() < date.max else None
