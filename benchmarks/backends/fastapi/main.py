"""The minimal FastAPI backend that the generated one is measured against."""

from typing import Annotated

import uvicorn
from fastapi import FastAPI, HTTPException, Path, Query, Response
from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.exc import IntegrityError

from database import Connection
from schema import Email, NewUser, Role, Sort, User, UserList, users
from settings import LOG_LEVEL, PORT

app = FastAPI()
Id = Annotated[int, Path(ge=1, le=2**53 - 1)]

_ORDER = {
    sign + name: users.c[name].desc() if sign else users.c[name].asc()
    for name in ("created_at", "name", "email")
    for sign in ("", "-")
}


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/api/users/{id}")
async def get_user(connection: Connection, id: Id) -> User:
    row = (await connection.execute(select(users).where(users.c.id == id))).one_or_none()
    if row is None:
        raise HTTPException(404, "The user does not exist.")
    return User.model_validate(row)


@app.get("/api/users")
async def list_users(
    connection: Connection,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    per_page: Annotated[int, Query(ge=1, le=100)] = 20,
    role: Role | None = None,
    email: Email | None = None,
    sort: Sort = "created_at",
) -> UserList:
    wanted: list[ColumnElement[bool]] = []
    if role is not None:
        wanted.append(users.c.role == role)
    if email is not None:
        wanted.append(users.c.email == email)
    total = await connection.scalar(select(func.count()).select_from(users).where(*wanted))
    statement = select(users).where(*wanted).order_by(_ORDER[sort], users.c.id)
    rows = await connection.execute(statement.limit(per_page).offset((page - 1) * per_page))
    return UserList(
        users=[User.model_validate(row) for row in rows],
        total=total or 0,
        page=page,
        per_page=per_page,
    )


@app.post("/api/users", status_code=201)
async def create_user(connection: Connection, user: NewUser, response: Response) -> User:
    values = user.model_dump(exclude_unset=True) | {"role": user.role}
    try:
        result = await connection.execute(insert(users).values(values).returning(*users.c))
    except IntegrityError as error:
        raise HTTPException(409, "The email is already taken.") from error
    created = User.model_validate(result.one())
    response.headers["location"] = f"/api/users/{created.id}"
    return created


if __name__ == "__main__":
    uvicorn.run(app, port=PORT, log_level=LOG_LEVEL, access_log=False)
