"""Check every screen with axe in both themes: nothing serious, nothing critical; and the phone, print and languages."""

import pytest

from tests.web.waiting import expect, ready, settled

SCREENS = [
    "inbox",
    "incidents",
    "agreements",
    "actors",
    "sources",
    "documents",
    "search?q=shells",
    "briefing",
    "review",
]
RUN = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


def findings(page, axe):
    """Return what axe holds against a page, serious or worse."""
    page.evaluate(f"() => {{ {axe} }}")  # evaluated by the browser's own hand: the page's policy lets no script in
    found = page.evaluate(RUN)
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_serious_finding(server, screen, theme, axe, open_page):
    page = settled(open_page(f"{server}#/{screen}", color_scheme=theme))
    assert findings(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_finding_on_an_incident(delivery, incident, theme, axe, open_page):
    page = ready(open_page(f"{delivery}#/incidents/{incident}", color_scheme=theme))
    assert findings(page, axe) == []


def test_a_phone_needs_no_sideways_scrolling(folder, incident, open_page):
    page = ready(open_page(f"{folder}#/incidents/{incident}", viewport={"width": 390, "height": 844}))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("locale", ["en-GB", "hy-AM", "az-AZ", "ru-RU", "ar-SD"])
def test_no_screen_needs_sideways_scrolling_on_a_phone_in_any_language(server, incident, locale, open_page):
    page = open_page(f"{server}#/incidents/{incident}", viewport={"width": 390, "height": 844}, locale=locale)
    wide = []
    for screen in (f"incidents/{incident}", *SCREENS):
        page.goto("about:blank")
        page.goto(f"{server}#/{screen}")
        settled(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(screen)
    assert wide == []


@pytest.mark.parametrize("screen", ["agreements", "sources", "documents", "actors", "incidents"])
def test_a_table_fills_its_panel_and_its_head_stands_over_its_columns(folder, screen, open_page):
    page = settled(open_page(f"{folder}#/{screen}"))
    page.wait_for_selector("table.list tbody tr")
    wide = "document.querySelector('table.list {}').getBoundingClientRect().width"
    panel = page.evaluate("document.querySelector('table.list').parentElement.clientWidth")
    assert abs(page.evaluate(wide.format("thead tr")) - page.evaluate(wide.format("tbody tr"))) < 2
    assert page.evaluate(wide.format("tbody tr")) > panel - 4


def test_the_menu_of_a_phone_holds_what_the_bar_leaves_out(server, open_page):
    page = open_page(f"{server}#/incidents", viewport={"width": 390, "height": 844})
    settled(page)
    language = page.locator("label.language select")
    expect(language).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    language.select_option("hy")
    page.wait_for_selector("h1:has-text('Միջադեպեր')")


def test_on_paper_the_map_is_a_sketch_and_a_briefing_begins_on_its_first_page(server, incident, open_page):
    page = ready(open_page(f"{server}#/incidents/{incident}"))
    page.emulate_media(media="print")
    expect(page.locator(".map svg circle").first).to_be_visible()
    expect(page.locator(".map .live")).to_be_hidden()
    expect(page.locator("header.bar")).to_be_hidden()
    page.goto(f"{server}#/briefing")
    page.wait_for_selector(".sheet section")
    expect(page.locator(".sheet")).to_have_css("break-inside", "auto")


def test_right_to_left_and_other_languages(folder, incident, open_page):
    page = ready(open_page(f"{folder}#/incidents/{incident}", locale="ru-RU"))
    page.wait_for_selector('h2:has-text("Матрица утверждений")')
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_about_violence_can_be_covered(folder, incident, open_page):
    page = ready(open_page(f"{folder}#/incidents/{incident}"))
    page.get_by_label("cover words about violence").check()
    expect(page.locator("blockquote")).to_have_count(0)
    page.get_by_role("button", name="Show the words").first.click()
    expect(page.locator("blockquote")).to_have_count(1)


def test_single_letters_can_be_turned_off(folder, incident, open_page):
    page = ready(open_page(f"{folder}#/incidents/{incident}"))
    page.keyboard.press("?")
    page.get_by_label("Single letters act at once").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("c")
    page.keyboard.press("Control+k")  # keys are taken in order: had the letter acted, its dialog would lie there too
    expect(page.locator("dialog")).to_have_count(1)
