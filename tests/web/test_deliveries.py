"""Show that the server, the folder and the single file are one front end: the same screens from the same JSON."""

import gzip
import json
import re
from urllib.parse import quote

import pytest

from tests.web.waiting import expect, ready, settled, until


def test_an_incident_opens_with_its_matrix_and_the_words_that_differ(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    expect(page.locator("h1")).to_contain_text("shelling of Neelum village")
    expect(page.locator(".chips")).to_contain_text("contested")
    expect(page.locator("table.matrix thead")).to_contain_text("Pakistan")
    expect(page.locator(".reader article.card").nth(1)).to_be_visible()  # accounts that differ lie side by side
    expect(page.locator(".says")).to_contain_text("India denies it")


def test_a_cell_shows_its_words_and_the_address_keeps_it(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    cell = page.locator("[data-cell='cell:killed~PAK'], [data-cell^='cell:killed~']").first
    cell.click()
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".reader")).to_contain_text("killing four civilians")
    expect(page).to_have_url(re.compile("show=cell"))
    address = page.url
    page.reload()
    ready(page)
    expect(page).to_have_url(address)
    expect(page.locator(".reader")).to_contain_text("killing four civilians")


def test_brushing_days_leaves_only_their_words(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}?from=2023-05-11&to=2023-05-12"))
    expect(page.locator(".filters button").first).to_be_visible()
    expect(page.locator("td.outside").first).to_be_visible()
    page.get_by_role("button", name="Show all", exact=True).first.click()
    expect(page.locator("td.outside")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("from="))


def drag(page, start, stop):
    """Drag over the area of time of a page, between shares of its width."""
    area = page.locator(".lanes .area")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    page.mouse.move(box["x"] + box["width"] * start, box["y"] + box["height"] - 6)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * stop, box["y"] + box["height"] - 6, steps=4)
    page.mouse.up()


@pytest.mark.parametrize("screen", ["incidents/{}", "actors/IND"])
def test_dragging_over_time_brushes_and_a_click_clears(screen, delivery, incident, open_page):
    page = settled(open_page(f"{delivery}#/{screen.format(incident)}"))
    drag(page, 0.02, 0.4)
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d.*to=\d{4}-\d\d-\d\d"))
    expect(page.locator("svg .brush")).to_have_count(1)
    drag(page, 0.9, 0.9)
    expect(page).not_to_have_url(re.compile("from=|to="))
    expect(page.locator("svg .brush")).to_have_count(0)


def rendered(layer):
    """Return the script that lists what the map draws of a layer: nothing before the layer stands in its style."""
    live = "document.querySelector('[data-testid=map]').map"
    return f"({live}?.getLayer('{layer}') ? {live}.queryRenderedFeatures({{layers: ['{layer}']}}) : [])"


def test_the_map_draws_areas_in_the_built_pages(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator("section.map").scroll_into_view_if_needed()
    until(page, f"{rendered('areas')}.length > 0")
    until(page, f"{rendered('areas')}.map(found => found.properties.name)[0] === 'Poonch'")
    until(page, f"{rendered('land')}.length > 0")  # it lies in the pages themselves
    expect(page.locator("section.map .note")).to_contain_text("Boundary lines")


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
    expect(page.locator(".map .places")).to_contain_text("Poonch")


def test_texts_are_never_markup(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator("#tab-documents").click()
    expect(page.locator(".drawer")).to_contain_text("<b>Wire</b>")
    expect(page.locator("a[href^='javascript']")).to_have_count(0)


def test_keys_move_through_words_differences_and_cells(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    current = page.locator("article.card.current")
    first = current.get_attribute("data-card")
    page.keyboard.press("j")
    expect(current).not_to_have_attribute("data-card", first)
    page.keyboard.press("d")
    expect(page).to_have_url(re.compile("show=diff"))
    page.locator("[data-at='0,0']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-at='0,1']")).to_be_focused()
    page.keyboard.press("Control+k")
    field = page.locator("dialog[open] input")
    expect(field).to_be_focused()
    field.press_sequentially("agree")
    expect(page.locator("dialog [aria-selected='true']")).to_contain_text("Agreements")
    field.press("Enter")
    expect(page).to_have_url(re.compile("#/agreements"))


def test_citing_names_the_address_and_a_hash(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.keyboard.press("c")
    cited = page.locator("dialog")
    expect(cited).to_contain_text(incident)
    expect(cited).to_contain_text(re.compile(r"sha256:[0-9a-f]{64}|fnv1a"))


def test_as_known_on_an_earlier_day_less_is_told(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}?asof=2023-05-10"))
    expect(page.locator(".chips")).to_contain_text("1 document ")
    expect(page.locator(".says")).not_to_contain_text("India denies")


def test_a_line_of_the_network_opens_its_words(delivery, open_page):
    page = open_page(f"{delivery}#/actors")
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
    settled(page).wait_for_selector("main table tbody tr, main .sheet, main ol li")


def test_a_document_shows_its_text_with_marks(delivery, story, open_page):
    dawn = story.desks[0].document
    page = open_page(f"{delivery}#/documents/{dawn.id}")
    expect(page.locator(".text .body")).to_contain_text("🕊")
    expect(page.locator("mark[class*=content]").nth(1)).to_be_visible()


def test_searching_finds_incidents(delivery, open_page):
    page = open_page(f"{delivery}#/search?q=Neelum")
    expect(page.locator("main ol li a").first).to_contain_text("Neelum")


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
    expect(page.locator("[data-act=accept]")).to_have_count(0)
    expect(page.get_by_role("link", name="Review")).to_have_count(0)
    assert json.loads(page.locator("[id='data:record']").text_content())["screens"]


def test_a_statement_of_a_document_leads_to_its_incident(delivery, incident, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}"))
    page.locator(".reader article.card").get_by_text("whole document").first.click()
    page.locator(".notes li a").first.click()
    ready(page)
    expect(page).to_have_url(re.compile("show=card"))
    expect(page.locator(".reader article.card")).to_have_count(1)


def test_a_denial_in_the_list_opens_its_words(delivery, open_page):
    page = open_page(delivery)
    page.locator("a.side:has(.denies)").first.click()
    ready(page)
    expect(page).to_have_url(re.compile("show=cell(:|%3A)occurred"))
    expect(page.locator(".reader .act.denies").first).to_be_visible()


def test_a_folder_that_no_browser_may_read_says_what_to_do(folder, open_page):
    page = open_page(f"{folder}index.html", java_script_enabled=False)
    expect(page.locator(".waiting")).to_contain_text("publish --single")


def test_the_life_of_a_party_is_told_by_days(delivery, open_page):
    page = settled(open_page(f"{delivery}#/actors/IND"))
    lines = page.locator("section[aria-label='What it said, did and had done to it'] ol > li")
    expect(lines.first).to_contain_text("11 May 2023")
    page.get_by_role("button", name="is said to have done").click()
    expect(page).to_have_url(re.compile("role=did"))
    expect(lines.filter(has_text="deny")).to_have_count(0)
    expect(lines.first).to_contain_text("Pakistan")


def test_a_feed_is_where_the_pages_say(server, folder, open_page):
    for address in (server, folder):
        page = settled(open_page(f"{address}#/incidents"))
        feed = page.get_by_role("link", name="Feed").evaluate("link => link.href")
        assert "<feed" in page.request.get(feed).text()
