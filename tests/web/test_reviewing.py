"""Show that a reviewer accepts, rejects with a reason, undoes, grades, and finds all of it again."""

import re

from tests.web.waiting import expect, ready, settled


def stepped(page):
    """Step to the next card and return which one that is."""
    current = page.locator("article.card.current")
    first = current.get_attribute("data-card")
    page.keyboard.press("j")
    expect(current).not_to_have_attribute("data-card", first)
    return current.get_attribute("data-card")


def test_accept_undo_and_find_the_state_again(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}"))
    key = page.locator("article.card.current").get_attribute("data-card")
    page.keyboard.press("a")
    page.wait_for_selector(f"[id='card-{key}'] .state.accepted")
    expect(page.locator(".chips")).to_contain_text("reviewed 1 /")
    page.reload()
    ready(page)
    page.wait_for_selector(f"[id='card-{key}'] .state.accepted")
    page.goto(f"{desk}#/review")
    page.wait_for_selector("li[data-entry]:has-text('accepted a statement'):has-text('words unchanged')")


def test_undo_takes_the_last_decision_back(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}"))
    key = stepped(page)
    page.keyboard.press("a")
    page.wait_for_selector(f"[id='card-{key}'] .state.accepted")
    page.keyboard.press("u")
    page.wait_for_selector(f"[id='card-{key}'] .state.accepted", state="detached")


def test_any_decision_is_taken_back_with_a_reason_in_the_list_after_a_reload(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}"))
    key = stepped(page)
    page.keyboard.press("a")
    page.wait_for_selector(f"[id='card-{key}'] .state.accepted")
    page.reload()
    ready(page)
    page.keyboard.press("u")  # of this sitting there is nothing; the notice leads to the list
    page.get_by_role("button", name="Decisions").click()
    entry = page.locator("li[data-entry]", has_text="accepted").first
    number = entry.get_attribute("data-entry")
    entry.get_by_role("button", name="Take back").click()
    entry.locator("input[required]").fill("read again: it is hearsay")
    entry.get_by_role("button", name="Take back").click()
    page.wait_for_selector(f"li.gone[data-entry='{number}']")
    page.wait_for_selector("li[data-entry]:has-text('read again: it is hearsay')")
    page.goto(f"{desk}#/incidents/{incident}?tab=history")
    ready(page)
    page.wait_for_selector(f".drawer li.gone[data-entry='{number}']")
    expect(page.locator(f"[id='card-{key}'] .state.accepted")).to_have_count(0)


def test_rejecting_asks_why(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}"))
    page.keyboard.press("r")
    form = page.locator("form.why")
    form.locator("input[required]").fill("the quotation is of another day")
    form.get_by_role("button", name="Reject").click()
    page.wait_for_selector(".state.rejected")
    page.locator("#tab-history").click()
    page.wait_for_selector("text=the quotation is of another day")


def test_people_grade_outlets(desk, open_page):
    page = open_page(f"{desk}#/sources")
    page.wait_for_selector("table tbody tr")
    expect(page.locator("table")).to_contain_text("F6")
    page.get_by_role("link", name="Morning Post").click()
    page.wait_for_selector("form select")
    page.locator("form select").first.select_option("B")
    page.locator("form select").nth(1).select_option("2")
    page.locator("form input").fill("corrects its mistakes")
    page.get_by_role("button", name="Set the grade").click()
    page.wait_for_selector(".grade:has-text('B2')")


def test_the_value_behind_a_cell_is_corrected_and_shown(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}"))
    page.locator("[data-cell^='cell:killed~']").first.click()
    page.locator("article.card.current [data-act=correct]").click()
    form = page.locator("form.why")
    form.locator("select option").first.wait_for(state="attached")
    form.locator("select").first.select_option(label=form.locator("option:has-text('killed:')").first.inner_text())
    expect(form.locator("input").first).to_have_value("four civilians")
    form.locator("input").first.fill("five civilians")
    form.locator("input[required]").fill("as the later page has it")
    form.get_by_role("button", name="Correct").click()
    page.wait_for_selector("[data-cell^='cell:killed~']:has-text('five civilians')")
    page.keyboard.press("u")
    page.wait_for_selector("[data-cell^='cell:killed~']:has-text('four civilians')")


def test_an_event_gets_another_actor_and_the_history_says_so(desk, incident, open_page):
    page = ready(open_page(f"{desk}#/incidents/{incident}?tab=events"))
    page.locator(".drawer [data-act=correct]").first.click()
    form = page.locator(".drawer form.why")
    form.locator("select option").first.wait_for(state="attached")
    form.locator("select").first.select_option(label="who did it")
    form.locator("input").first.fill("China")
    form.locator("input[required]").fill("read again")
    form.get_by_role("button", name="Correct").click()
    page.wait_for_selector(".drawer .role:has-text('China')")
    page.locator("#tab-history").click()
    page.wait_for_selector(".drawer .change:has-text('actor: China')")


def test_incidents_are_related_and_each_leads_to_the_other(desk, story, open_page):
    shelling, call = (one.short_id for one in story.incidents)
    page = ready(open_page(f"{desk}#/incidents/{call}"))
    page.keyboard.press("s")
    form = page.locator("dialog")
    form.get_by_label("Relate to another incident").check()
    form.get_by_label("How this incident is held to be related").select_option("follows")
    form.get_by_placeholder("vanab-vomib").fill(shelling)
    form.get_by_placeholder("vanab-vomib").press("Tab")
    form.get_by_label("Reason").fill("the call was about it")
    form.get_by_role("button", name="Relate to another incident").click()
    page.locator(".related:has-text('follows') a").click()
    ready(page)
    expect(page).to_have_url(re.compile(shelling))
    expect(page.locator(".related:has-text('followed by') a")).to_be_visible()


def test_a_view_is_kept_at_the_server_used_and_forgotten(desk, open_page):
    page = settled(open_page(f"{desk}#/incidents?status=contested"))
    page.get_by_role("button", name="Keep this view").click()
    page.get_by_label("Name of the view").fill("what is disputed")
    page.get_by_role("button", name="Keep this view").click()
    page.get_by_role("button", name="Forget this view").wait_for()
    other = settled(open_page(f"{desk}#/incidents"))  # another browser
    other.get_by_label("Kept views").select_option("what is disputed")
    expect(other).to_have_url(re.compile("status=contested"))
    other.get_by_role("button", name="Forget this view").click()
    expect(other.get_by_label("Kept views")).to_have_count(0)
