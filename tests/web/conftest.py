"""Open the built pages in Debian's chromium: from a server, from a folder, and from one file on the disk."""

from __future__ import annotations

import functools
import shutil
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from standoff.codebook.publishers import load_publishers
from standoff.exporting.built import FILES, PAGE
from standoff.exporting.leaving import Leaving
from standoff.exporting.selection import Selection
from standoff.exporting.site import publish_folder, publish_single
from standoff.views.books import FOLDER, load_books
from tests.factories import kashmir, keep

WEB = Path(__file__).parents[2] / "web"
AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 60_000  # milliseconds: a test machine may be busy


@pytest.fixture(scope="session")
def browser():
    """Start the machine's chromium; skips where there is none, or where the pages are not built."""
    if not (FILES / "index.html").is_file() or not PAGE.is_file():
        pytest.skip("the web pages are not built: `make web` builds them")
    playwright = pytest.importorskip("playwright.sync_api")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no chromium on this machine: `apt-get install chromium` installs one")
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Return a function that opens an address and fails on errors of scripts or on requests to elsewhere."""
    contexts, troubles = [], []

    def opened(address, **options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 940}, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: _elsewhere(asked, troubles))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _elsewhere(asked, troubles):
    """Note a request that leaves this machine, or the page's own origin."""
    if not asked.url.startswith(("data:", "blob:", "file:", "about:", "http://127.0.0.1:")):
        troubles.append(f"asked for {asked.url}")


@pytest.fixture(scope="session")
def story():
    return kashmir()


@pytest.fixture(scope="session")
def store(story, tmp_path_factory):
    made = keep(story, tmp_path_factory.mktemp("web") / "story.db")
    yield made
    made.close()


@pytest.fixture(scope="session")
def leaving():
    return Leaving(Selection({}, unreviewed=True), load_books(), load_publishers(FOLDER), "Shelling at Neelum")


@pytest.fixture(scope="session")
def single(browser, store, leaving, tmp_path_factory):
    """Publish one file and return its address on the disk."""
    path = tmp_path_factory.mktemp("single") / "record.html"
    publish_single(store, path, leaving)
    return path.as_uri()


class Quiet(SimpleHTTPRequestHandler):
    """Send files and say nothing."""

    def log_message(self, format, *args):
        """Keep quiet."""


@pytest.fixture(scope="session")
def folder(browser, store, leaving, tmp_path_factory):
    """Publish a folder and return the address at which a plain web server shows it."""
    out = tmp_path_factory.mktemp("folder") / "site"
    publish_folder(store, out, leaving)
    serving = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()
    serving.server_close()


@contextmanager
def serving(story, path):
    """Serve a record of its own while a test, or all of them, look at it; yields its address."""
    import uvicorn

    from standoff.serving.api import Site
    from standoff.serving.pages import built
    from standoff.serving.start import Address, assembled, listening

    store = keep(story, path)
    address = Address(port=0)
    at = listening(address)
    app = assembled(store, address, "Reviewer", Site(built()))
    running = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", timeout_graceful_shutdown=2))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{at.getsockname()[1]}/"
    running.should_exit = True
    thread.join()
    for work in (app.state.effects, app.state.desk.nearby):  # processes of their own, which write to the record
        work.wait(PATIENCE / 1000)
    store.close()


@pytest.fixture(scope="session")
def server(browser, story, tmp_path_factory):
    """Serve a record that no test changes, and return its address."""
    with serving(story, tmp_path_factory.mktemp("served") / "story.db") as address:
        yield address


@pytest.fixture
def desk(browser, story, tmp_path):
    """Serve a record for one test alone, which may decide on it, and return its address."""
    with serving(story, tmp_path / "story.db") as address:
        yield address


@pytest.fixture(params=["server", "folder", "single"])
def delivery(request):
    """Return the address of each delivery in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def incident(story):
    """Return the short id of the contested incident."""
    return story.incidents[0].short_id


@pytest.fixture(scope="session")
def axe():
    """Return the text of axe-core, which the front end's development packages hold."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: `make web` installs it")
    return AXE.read_text("utf-8")
