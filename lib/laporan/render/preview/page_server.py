"""The page for one's own browser, and nothing else for anyone else."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Sequence, Set
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files
from socket import socket

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from laporan.dasar.errors import LaporanError

ADDRESS = "127.0.0.1"
PORT = 4207
STREAM = "kabar"
WAITING = '<!DOCTYPE html><html lang="id"><title>Pratinjau</title><body></body></html>'
# A browser that has gone is noticed when something is sent.
_HEARTBEAT_SECONDS = 15


@dataclass(frozen=True)
class News:
    """What the bar on the page says.

    Attributes
    ----------
    page
        Which page is shown; another one is to be loaded.
    doing
        What is being done; empty when the page is as true as it gets.
    notes
        What is doubtful or wrong in the report.
    """

    page: str = ""
    doing: str = "Memulai"
    notes: Sequence[str] = ()


class Board:
    """The page, and news of it for all who look at it."""

    def __init__(self) -> None:
        # A preview that is started anew has other pages.
        self._own = secrets.token_hex(4)
        self._count = 0
        self._changed = asyncio.Event()
        self.html = ""
        self.news = News(page=self._name)

    @property
    def _name(self) -> str:
        return f"{self._own}-{self._count}"

    def doing(self, text: str) -> None:
        """Say what is being done."""
        self._tell(News(self._name, text, self.news.notes))

    def show(self, html: str | None, notes: Sequence[str]) -> None:
        """Show a new page, or the old one still, and what is to be said of it."""
        if html is not None:
            self.html = html
            self._count += 1
        self._tell(News(self._name, "", notes))

    async def news_after(self, news: News) -> News:
        """Give what is new once there is something, or after a while what is known already."""
        if self.news is news:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _HEARTBEAT_SECONDS)
        return self.news

    def _tell(self, news: News) -> None:
        self.news = news
        self._changed.set()
        self._changed = asyncio.Event()


@asynccontextmanager
async def serving(board: Board, port: int | None) -> AsyncIterator[str]:
    """Serve a board's page, and give its address.

    Parameters
    ----------
    port
        Which one to take; any free one where None is given and the usual one is taken.

    Raises
    ------
    LaporanError
        If the port is taken.
    """
    sockets = _bind(port)
    number = sockets[0].getsockname()[1]
    hosts = {f"{name}:{number}" for name in (ADDRESS, "localhost")}
    known = {"board": board, "hosts": hosts}
    server = HTTPServer(
        Application(
            [("/", _Page, known), (f"/{STREAM}", _Stream, known)],
            default_handler_class=_Nothing,
            default_handler_args=known,
            log_function=lambda _: None,
        )
    )
    server.add_sockets(sockets)
    try:
        yield f"http://{ADDRESS}:{number}/"
    finally:
        server.stop()
        await server.close_all_connections()


def _bind(port: int | None) -> list[socket]:
    try:
        return bind_sockets(PORT if port is None else port, ADDRESS)
    except OSError as error:
        if port is None:
            return bind_sockets(0, ADDRESS)
        raise LaporanError(
            f"Porta {port} tidak dapat dipakai: {error.strerror or error}. "
            "Pilihlah yang lain dengan --port, atau hilangkan pilihan itu."
        ) from error


class _Guarded(RequestHandler):
    """Answers only who asks for this address by its own name, from no other site."""

    def initialize(self, board: Board, hosts: Set[str]) -> None:
        self.board = board
        self._hosts = hosts

    def prepare(self) -> None:
        origin = self.request.headers.get("Origin")
        if self.request.host not in self._hosts:
            raise HTTPError(403)
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "DENY")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:
        self.finish(f"{status_code}\n")


class _Page(_Guarded):
    def get(self) -> None:
        self.finish(with_bar(self.board.html or WAITING, self.board.news.page))


class _Stream(_Guarded):
    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        news = self.board.news
        with suppress(StreamClosedError):
            while True:
                self.write(f"data: {json.dumps(asdict(news))}\n\n")
                await self.flush()
                news = await self.board.news_after(news)


class _Nothing(_Guarded):
    def prepare(self) -> None:
        super().prepare()
        raise HTTPError(404)


def with_bar(html: str, page: str) -> str:
    """Give a page what only its preview has: the bar, and the script that follows changes."""
    folder = files("laporan.render.preview")
    style, script = ((folder / f"pratinjau.{kind}").read_text("utf-8") for kind in ("css", "js"))
    bar = (
        f'<aside id="pratinjau" data-page="{escape(page)}" data-stream="{STREAM}" '
        f'role="status"></aside>\n<style>\n{style}</style>\n<script>\n{script}</script>\n'
    )
    before, end, after = html.rpartition("</body>")
    return before + bar + end + after
