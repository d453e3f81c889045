"""try-script.py FOLDER CORE: calls every operation of FOLDER/try.sh against a server that only listens, and looks at what came."""

import http.server
import json
import re
import subprocess
import sys
import threading
from urllib.parse import parse_qs, urlsplit

folder, core = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
heard = []


class Listener(http.server.BaseHTTPRequestHandler):
    def listen(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        heard.append((self.command, self.path, self.headers.get("content-type"), body))
        self.send_response(204)
        self.end_headers()

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = listen

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"


def run(*arguments):
    return subprocess.run([f"{folder}/try.sh", *arguments], env={"BASE_URL": url, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)


listed = run()
names = [operation["name"] for operation in core["operations"]]
assert listed.returncode == 0 and listed.stdout.split() == names, listed
assert run("no_such_operation").returncode == 64
for operation in core["operations"]:
    heard.clear()
    called = run(operation["name"])
    assert called.returncode == 0, (operation["name"], called.stderr)
    (method, target, kind, body), = heard
    parts = urlsplit(target)
    template = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(operation["path"]))
    assert method == operation["method"] and re.fullmatch(template, parts.path), (operation["name"], method, target)
    wanted = {p["name"] for p in operation["parameters"] if p["location"] == "query" and p["presence"]["kind"] == "required"}
    assert wanted == set(parse_qs(parts.query)), (operation["name"], target)
    if operation["body"]:
        content = operation["body"]["alternatives"][0]
        assert kind == content["mediaType"], (operation["name"], kind)
        value = json.loads(body)
        model = core["models"][content["shape"]["type"]["model"]]
        required = {field["name"] for field in model["fields"] if field["presence"]["kind"] == "required"}
        assert set(value) == required, (operation["name"], value)
    else:
        assert body == b"", (operation["name"], body)
print(f"{len(names)} operations called")
