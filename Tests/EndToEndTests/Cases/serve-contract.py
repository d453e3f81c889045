"""Opens a generated backend in its folder, without a network: `serve-contract.py PACKAGE OUT`.

It has to be alive, and its contract goes to the file OUT; FastAPI has to derive a document of its own.
"""

import asyncio
import importlib
import pathlib
import sys

import httpx

package, out = sys.argv[1:]
sys.path.insert(0, "")
app_module = importlib.import_module(f"{package}.app")
config_module = importlib.import_module(f"{package}.config")


async def main() -> None:
    app = app_module.create_app(config_module.Config.read({}))
    transport = httpx.ASGITransport(app)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        health = await client.get("/health")
        assert health.json() == {"status": "ok"}, health.text
        served = await client.get("/openapi.json")
        assert served.headers["content-type"] == "application/json"
        pathlib.Path(out).write_bytes(served.content)
    assert app.openapi()["paths"]


asyncio.run(main())
