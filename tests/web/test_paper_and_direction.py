"""Look at the pages as readers on paper, from right to left, by keyboard and at dead ends do."""

import pytest

from tests.web.waiting import expect, ready, settled, until

A4 = {"width": 703, "height": 1000}  # pixels of an A4 sheet within its margins


def test_what_is_printed_from_a_dark_page_has_light_colours_its_marks_and_its_address(server, incident, open_page):
    page = ready(open_page(f"{server}#/incidents/{incident}", color_scheme="dark"))
    page.emulate_media(media="print")
    expect(page.locator("td .sign.asserts").first).to_have_css("color", "rgb(23, 69, 127)")
    expect(page.locator("blockquote mark").first).to_have_css("print-color-adjust", "exact")
    expect(page.locator("footer .only-print")).to_contain_text(f"#/incidents/{incident}")


@pytest.mark.parametrize(
    "screen", ["incidents", "actors/IND", "agreements", "sources", "documents", "inbox", "briefing"]
)
def test_a_sheet_of_paper_is_wide_enough(server, screen, open_page):
    page = settled(open_page(f"{server}#/{screen}", viewport=A4))
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]


def test_a_timeline_fits_paper_that_nothing_is_measured_on(server, incident, open_page):
    page = ready(open_page(f"{server}#/incidents/{incident}"))
    drawn = page.locator(".lanes .mark, .lanes .bar, .lanes .axis span")
    assert all("%" in style for style in drawn.evaluate_all("all => all.map(one => one.style.left)"))


def test_arabic_runs_from_right_to_left_and_quotations_as_their_letters_do(folder, incident, open_page):
    page = ready(open_page(f"{folder}#/incidents/{incident}", locale="ar-SD"))
    page.wait_for_selector('h2:has-text("مصفوفة الادعاءات")')
    assert page.evaluate("document.documentElement.dir") == "rtl"
    reader, matrix = page.locator(".reader").bounding_box(), page.locator("section.matrix").bounding_box()
    assert reader["x"] < matrix["x"]
    expect(page.locator("blockquote").first).to_have_css("text-align", "start")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("label.language select").select_option("en")
    until(page, "document.documentElement.dir === 'ltr'")


def test_a_drawing_is_one_stop_of_the_tab_key(server, incident, open_page):
    page = ready(open_page(f"{server}#/incidents/{incident}"))
    marks = page.locator(".lanes button.mark:not(:disabled)")
    expect(page.locator(".lanes button.mark:not(:disabled):not([tabindex='-1'])")).to_have_count(1)
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    expect(page.locator(".lanes button.mark:not(:disabled):not([tabindex='-1'])")).to_have_count(1)
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()


def test_before_anything_was_published_an_incident_tells_nothing(server, incident, open_page):
    page = settled(open_page(f"{server}#/incidents/{incident}?asof=2001-01-01"))
    expect(page.locator("h1")).to_have_text("Not found")
    expect(page.get_by_role("alert")).to_contain_text("No document told of this incident by that day")
    expect(page.locator(".asof")).to_contain_text("1 January 2001")


@pytest.mark.parametrize("screen", ["actors/nobody", "agreements/none", "sources/none", "documents/none", "nowhere"])
def test_no_address_is_a_dead_end(single, screen, open_page):
    page = settled(open_page(f"{single}#/{screen}"))
    expect(page.locator("main h1")).to_have_text("Not found")
    expect(page.locator("main a").first).to_be_visible()


def test_a_filtered_list_says_how_many_fit(server, open_page):
    page = settled(open_page(f"{server}#/incidents"))
    expect(page.locator("header.title [role=status]")).to_contain_text("2 incidents")
    page.get_by_label("Words in the name").fill("shelling")
    expect(page.locator("header.title [role=status]")).to_have_text("1 incident")
    page.get_by_role("button", name="Show all", exact=True).click()
    expect(page.locator("header.title [role=status]")).to_contain_text("2 incidents")


def test_on_a_phone_choosing_a_cell_leads_to_its_words(server, incident, open_page):
    page = ready(open_page(f"{server}#/incidents/{incident}", viewport={"width": 390, "height": 844}))
    page.locator("[data-cell]").first.click()
    until(page, "Math.abs(document.querySelector('.reader').getBoundingClientRect().top) < 60")


def test_a_published_record_counts_its_statements(single, open_page):
    page = settled(open_page(f"{single}#/incidents"))
    expect(page.locator("header.title [role=status]")).to_contain_text("9 statements")
