from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from web.records.engine import address_of, open_engine


def test_what_a_statement_was_given_is_in_no_message_of_its_failure(place: str | Path) -> None:
    if isinstance(place, Path):
        place.touch()
    engine = open_engine(address_of(place))
    with pytest.raises(SQLAlchemyError) as failed, engine.connect() as connection:
        connection.execute(text("SELECT * FROM nowhere WHERE question = :asked"), {"asked": "Berapa gaji Budi?"})
    engine.dispose()
    assert "nowhere" in str(failed.value)
    assert "Budi" not in str(failed.value)
