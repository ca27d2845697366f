#!/usr/bin/env python3
"""Plays Hugging Face's hub on loopback, with the files of one folder as the dataset local/set.

    hub-stub.py PORT FOLDER
"""
import hashlib
import http.server
import json
import pathlib
import sys
import urllib.parse

PORT, FOLDER = int(sys.argv[1]), pathlib.Path(sys.argv[2])
COMMIT = "0123456789abcdef0123456789abcdef01234567"
API = "/api/datasets/local/set/"


def entry(file):
    data = file.read_bytes()
    blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    return {"type": "file", "oid": blob, "size": len(data), "path": file.relative_to(FOLDER).as_posix()}


class Hub(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = urllib.parse.unquote(self.path.split("?")[0])
        file = FOLDER / path.removeprefix(f"/datasets/local/set/resolve/{COMMIT}/")
        if path.startswith(API + "revision/"):
            self.answer(json.dumps({"sha": COMMIT}).encode())
        elif path == API + "tree/" + COMMIT:
            files = sorted(f for f in FOLDER.rglob("*") if f.is_file())
            self.answer(json.dumps([entry(f) for f in files]).encode())
        elif path.startswith("/datasets/") and ".." not in path and file.is_file():
            self.answer(file.read_bytes())
        else:
            self.send_error(404)

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Hub).serve_forever()
