"""Show that the server, the folder and the single file are one front end: the same screens from the same JSON."""

import gzip
import json
import re
from urllib.parse import quote, unquote

import pytest


def until(page, expression):
    """Wait until an expression holds; the pages' policy forbids the browser's own way, which evaluates text."""
    for _ in range(240):
        if found := page.evaluate(expression):
            return found
        page.wait_for_timeout(250)
    pytest.fail(f"{expression} did not come true")
    return None


def ready(page):
    page.wait_for_selector(".incident[data-ready='yes']")
    return page


def test_an_incident_opens_with_its_matrix_and_the_words_that_differ(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    assert "shelling of Neelum village" in page.inner_text("h1")
    assert "contested" in page.inner_text(".chips")
    assert "Pakistan" in page.inner_text("table.matrix thead")
    cards = page.locator(".reader article.card")
    assert cards.count() >= 2  # accounts that differ lie side by side
    assert "India denies it" in page.inner_text(".says")


def test_a_cell_shows_its_words_and_the_address_keeps_it(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    cell = page.locator("[data-cell='cell:killed~PAK'], [data-cell^='cell:killed~']").first
    cell.click()
    assert cell.get_attribute("aria-pressed") == "true"
    assert "killing four civilians" in page.inner_text(".reader")
    address = page.url
    assert "show=cell" in unquote(address)
    page.reload()
    ready(page)
    assert page.url == address
    assert "killing four civilians" in page.inner_text(".reader")


def test_brushing_days_leaves_only_their_words(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}?from=2023-05-11&to=2023-05-12"))
    assert page.locator(".filters button").first.is_visible()
    assert page.locator("td.outside").count() > 0
    page.get_by_role("button", name="Show all", exact=True).first.click()
    assert page.locator("td.outside").count() == 0
    assert "from=" not in page.url


def test_dragging_over_the_timeline_brushes(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    area = page.locator(".lanes .area")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.02, box["y"] + box["height"] - 6)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] - 6, steps=4)
    page.mouse.up()
    assert re.search(r"from=\d{4}-\d\d-\d\d", page.url)
    assert page.locator("svg .brush").count() == 1


def rendered(layer):
    """Return the script that lists what the map draws of a layer: nothing before the layer stands in its style."""
    live = "document.querySelector('[data-testid=map]').map"
    return f"({live}?.getLayer('{layer}') ? {live}.queryRenderedFeatures({{layers: ['{layer}']}}) : [])"


def test_the_map_draws_areas_in_the_built_pages(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator("section.map").scroll_into_view_if_needed()
    until(page, f"{rendered('areas')}.length > 0")
    assert page.evaluate(f"{rendered('areas')}.map(found => found.properties.name)")[0] == "Poonch"
    until(page, f"{rendered('land')}.length > 0")  # it lies in the pages themselves
    assert "Boundary lines" in page.inner_text("section.map .note")


LEAVE = """Object.defineProperty(HTMLDivElement.prototype, 'map', {
    get() { return this.held }, set(map) { this.held = map; window.left = map; location.hash = '#/agreements' } })"""


def test_a_page_may_be_left_while_its_map_begins(delivery, incident, open_page):
    page = open_page("about:blank")
    page.add_init_script(LEAVE)
    page.goto(f"{delivery}#/incidents/{incident}")
    page.wait_for_selector("h1:has-text('Agreements')")
    until(page, "!!window.left && window.left._removed")  # what went wrong meanwhile fails the test when it ends


def test_the_map_is_read_in_parts(server, folder, incident, open_page):
    for address, status in ((server, 206), (folder, 200)):  # the plain server of folders knows no parts: it sends all
        page = open_page("about:blank")
        answers = []
        page.on("response", lambda answer, kept=answers: kept.append(answer) if "pmtiles" in answer.url else None)
        page.goto(f"{address}#/incidents/{incident}")
        ready(page)
        until(page, f"{rendered('boundaries')}.length > 0")
        assert {answer.status for answer in answers} == {status}
        received = [int(answer.headers["content-length"]) for answer in answers]
        assert len(received) == 1 if status == 200 else sum(received) < 400_000


def test_without_webgl_a_sketch_and_a_list_stand_in(folder, incident, open_page):
    page = open_page("about:blank")
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(f"{folder}#/incidents/{incident}")
    ready(page)
    page.wait_for_selector(".map svg circle")
    assert "Poonch" in page.inner_text(".map .places")


def test_texts_are_never_markup(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator("#tab-documents").click()
    assert "<b>Wire</b>" in page.inner_text(".drawer")
    assert page.locator("a[href^='javascript']").count() == 0


def test_keys_move_through_words_differences_and_cells(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    first = page.locator("article.card.current").get_attribute("data-card")
    page.keyboard.press("j")
    assert page.locator("article.card.current").get_attribute("data-card") != first
    page.keyboard.press("d")
    assert "show=diff" in page.url
    page.locator("[data-at='0,0']").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.at") == "0,1"
    page.keyboard.press("Control+k")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.type("agree")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*#/agreements**")


def test_citing_names_the_address_and_a_hash(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.keyboard.press("c")
    page.wait_for_selector("dialog .text")
    cited = page.inner_text("dialog")
    assert incident in cited
    assert re.search(r"sha256:[0-9a-f]{64}|fnv1a", cited)


def test_as_known_on_an_earlier_day_less_is_told(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}?asof=2023-05-10"))
    known = page.inner_text(".chips")
    assert "1 document " in known.replace("\xa0", " ")
    assert "India denies" not in page.inner_text(".says")


def test_a_line_of_the_network_opens_its_words(delivery, open_page):
    page = open_page(f"{delivery}#/actors")
    page.wait_for_selector("svg [data-edge]", state="attached")
    edge = page.locator("svg [data-edge]").first.get_attribute("data-edge")
    page.goto(f"{delivery}#/actors?edge={quote(edge)}")
    page.wait_for_selector(".entries .quote")


def test_what_sums_up_a_record_is_of_the_day_or_says_that_it_is_not(server, folder, open_page):
    live = open_page(f"{server}#/actors?asof=2000-01-01")
    live.wait_for_selector("h1:has-text('Actors')")
    live.wait_for_selector(".empty:has-text('Nothing fits')")
    published = open_page(f"{folder}#/actors?asof=2023-05-10")
    published.wait_for_selector("p[role=status]:has-text('not only what was known')")


@pytest.mark.parametrize("screen", ["incidents", "documents", "agreements", "actors", "sources", "briefing"])
def test_every_screen_shows_rows(delivery, screen, open_page):
    page = open_page(f"{delivery}#/{screen}")
    page.wait_for_selector("main h1")
    page.wait_for_selector("main table tbody tr, main .sheet, main ol li")


def test_a_document_shows_its_text_with_marks(delivery, story, open_page):
    dawn = story.desks[0].document
    page = open_page(f"{delivery}#/documents/{dawn.id}")
    page.wait_for_selector("mark")
    shown = page.locator(".text .body").inner_text()
    assert "🕊" in shown
    assert page.locator("mark.content, mark[class*=content]").count() >= 2


def test_searching_finds_incidents(delivery, open_page):
    page = open_page(f"{delivery}#/search?q=Neelum")
    page.wait_for_selector("main ol li a")
    assert "Neelum" in page.inner_text("main ol")


def test_searching_finds_what_was_said(delivery, open_page):
    page = open_page(f"{delivery}#/search?q=shelled%20neelum&kind=statement")
    page.wait_for_selector("main ol li:has-text('shelled')")
    page.locator("main ol li a").first.click()
    page.wait_for_selector("mark")


def test_the_first_screen_weighs_little(folder, incident, open_page):
    """All scripts and styles of the incident page but the map, as a web host would send them."""
    page = open_page("about:blank")
    loaded = []
    page.on("response", lambda answer: loaded.append(answer))  # noqa: PLW0108 - playwright marks its handlers
    page.goto(f"{folder}#/incidents/{incident}")
    ready(page)
    files = {found.url: found for found in loaded if re.search(r"\.(js|css|html)$|/$", found.url.split("#")[0])}
    weight = sum(len(gzip.compress(found.body())) for url, found in files.items() if "/live-" not in url)
    assert weight <= 150_000


def test_a_published_record_takes_no_decisions_and_names_nobody(single, folder, incident, open_page):
    page = ready(open_page(f"{single}#/incidents/{incident}"))
    assert page.locator("[data-act=accept]").count() == 0
    assert page.get_by_role("link", name="Review").count() == 0
    assert json.loads(page.locator("[id='data:record']").text_content())["screens"]


def test_a_statement_of_a_document_leads_to_its_incident(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator(".reader article.card").get_by_text("whole document").first.click()
    page.locator(".notes li").first.wait_for()
    page.locator(".notes li a").first.click()
    ready(page)
    assert "show=card" in unquote(page.url)
    assert page.locator(".reader article.card").count() == 1


def test_a_denial_in_the_list_opens_its_words(delivery, open_page):
    page = open_page(delivery)
    page.locator("a.side:has(.denies)").first.click()
    ready(page)
    assert "show=cell:occurred~" in unquote(page.url)
    assert page.locator(".reader .act.denies").count() >= 1


def test_a_folder_that_no_browser_may_read_says_what_to_do(folder, open_page):
    waiting = open_page(f"{folder}index.html", java_script_enabled=False).locator(".waiting")
    assert "publish --single" in waiting.text_content()
