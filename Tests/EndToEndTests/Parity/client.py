"""An HTTP/1.1 client that sends what it is told, also where that is nonsense."""

import http.client
import json
import socket


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body
        try:
            # Numbers keep every digit.
            self.json = json.loads(body) if body else None
        except ValueError:
            self.json = None

    def header(self, name):
        values = [value for key, value in self.headers if key.lower() == name]
        return ", ".join(values) if values else None


class Client:
    def __init__(self, host, port):
        self.host, self.port = host, int(port)
        self.socket = None

    def send(self, sent):
        # A server may close an idle connection at any time: then once more, on a fresh one.
        fresh = self.socket is None
        try:
            return self.exchange(sent)
        except (ConnectionError, http.client.BadStatusLine):
            self.close()
            if fresh:
                return Answer(0, [], b"closed without an answer")
        try:
            return self.exchange(sent)
        except (ConnectionError, http.client.BadStatusLine):
            self.close()
            return Answer(0, [], b"closed without an answer")

    def exchange(self, sent):
        if self.socket is None:
            self.socket = socket.create_connection((self.host, self.port), timeout=30)
        head = f"{sent.method} {sent.target} HTTP/1.1\r\nhost: {self.host}:{self.port}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in sent.headers)
        if sent.body is not None:
            head += f"content-length: {len(sent.body)}\r\n"
        try:
            self.socket.sendall(head.encode() + b"\r\n" + (sent.body or b""))
        except ConnectionError:
            # It was answered before all of it was read; the answer may be there.
            pass
        response = http.client.HTTPResponse(self.socket, method=sent.method)
        response.begin()
        body = response.read()
        answer = Answer(response.status, response.getheaders(), body)
        if response.will_close or (sent.body is not None and len(sent.body) > 1 << 20):
            self.close()
        return answer

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None
