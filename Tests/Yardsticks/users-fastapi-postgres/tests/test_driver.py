"""What the driver makes of values."""

from datetime import UTC, date, datetime, tzinfo

import pytest
from fastapi import FastAPI
from sqlalchemy import Date, DateTime, Text, cast, literal, select

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("day", [date.min, date(1999, 12, 31), date(2000, 2, 29), date.max])
async def test_days_are_kept_as_they_are(app: FastAPI, day: date) -> None:
    value = literal(day, Date)
    async with app.state.shared.db.connection() as connection:
        row = (await connection.execute(select(value, cast(value, Text)))).one()
    assert tuple(row) == (day, day.isoformat())


@pytest.mark.parametrize(
    "time",
    [
        datetime.min.replace(tzinfo=UTC),
        datetime(1999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ],
)
@pytest.mark.parametrize("zone", [None, UTC])
async def test_times_are_kept_as_they_are(
    app: FastAPI, time: datetime, zone: tzinfo | None
) -> None:
    time = time.replace(tzinfo=zone)
    value = literal(time, DateTime(timezone=zone is not None))
    async with app.state.shared.db.connection() as connection:
        read, text = (await connection.execute(select(value, cast(value, Text)))).one()
    assert read == time
    assert "infinity" not in text
