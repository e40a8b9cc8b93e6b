"""Serve the published page on this machine, read-only: one address, one page, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOCAL = "127.0.0.1"
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


def server(page: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of one page, bound to this machine only; port 0 takes a free one."""
    return ThreadingHTTPServer((LOCAL, port), _handler(page.read_bytes))


def _handler(read: Callable[[], bytes]) -> type[BaseHTTPRequestHandler]:
    """Return what answers requests: the page for `/`, 404 for any other path, 405 for anything but reading."""

    class Handler(BaseHTTPRequestHandler):
        """Answer one request."""

        server_version = "standoff"
        sys_version = ""

        def do_GET(self) -> None:
            """Send the page."""
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            """Send the page's headers."""
            self._send(with_body=False)

        def _send(self, with_body: bool) -> None:
            if not self._from_here():
                self.send_error(HTTPStatus.FORBIDDEN, "Only this machine may read the page.")
                return
            if self.path.split("?", 1)[0] != "/":
                self.send_error(HTTPStatus.NOT_FOUND, "There is one page only, at /.")
                return
            body = read()
            self.send_response(HTTPStatus.OK)
            for name, value in {**HEADERS, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def _from_here(self) -> bool:
            """Tell whether the request names this machine: another name may be a rebound one of a foreign page."""
            host = self.headers.get("Host", LOCAL).rsplit(":", 1)[0]
            return host in {LOCAL, "localhost"}

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet: who reads what is nobody's business."""

    return Handler
