"use strict";
(() => {
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("#data").textContent);
  const main = $("#main");
  const fallback = "overview";
  const current_ = (link, is, how) => (is ? link.setAttribute("aria-current", how) : link.removeAttribute("aria-current"));
  root.classList.add("js");

  // Light and dark: the reader's choice is kept where the browser allows it.
  const remember = (value) => { try { localStorage.setItem("standoff-theme", value); } catch { /* private window */ } };
  const recall = () => { try { return localStorage.getItem("standoff-theme"); } catch { return null; } };
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const toggleTheme = () => { root.dataset.theme = dark() ? "light" : "dark"; remember(root.dataset.theme); };
  if (["light", "dark"].includes(recall())) root.dataset.theme = recall();
  $("#theme").addEventListener("click", toggleTheme);

  // Views: one child of <main> at a time, named by the address; a card's address opens its incident on that card.
  let current = null;
  const showView = (view) => {
    if (view === current) return;
    if (current) current.classList.remove("on");
    view.classList.add("on");
    current = view;
    document.title = ($("h1", view) || {}).textContent + " · standoff";
    for (const link of $$(".bar nav a")) current_(link, link.hash === "#" + view.dataset.view, "page");
    scrollTo(0, 0);
  };
  const route = () => {
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { id = ""; }
    const target = document.getElementById(id) || document.getElementById(fallback);
    const view = target.closest("main > *") || document.getElementById(fallback);
    showView(view);
    if (target === view) requestAnimationFrame(() => scrollTo(0, 0));
    if (view.classList.contains("incident")) openIncident(view, target.classList.contains("card") ? target : null);
    if (view.classList.contains("document") && !$("li.at", view)) $$(".m.at", view).forEach((m) => m.classList.remove("at"));
  };

  // The reader: shows the cards behind a cell, the first by default; J and K move among them.
  const showCards = (view, ids, label, at) => {
    const cards = $$(".card", view);
    if (!cards.length) return;
    const wanted = new Set(ids);
    for (const card of cards) { card.classList.toggle("on", wanted.has(card.id)); card.classList.remove("at"); }
    for (const link of $$("[data-cards]", view)) current_(link, link.dataset.cards === ids.join(" "), "true");
    const shown = cards.filter((card) => card.classList.contains("on"));
    (shown.find((card) => card.id === at) || shown[0])?.classList.add("at");
    $(".where", view).textContent = [label, shown.length > 1 ? shown.length + " voices" : "1 voice"].filter(Boolean).join(" · ");
    $(".reader", view).scrollTop = 0;
  };
  const openIncident = (view, card) => {
    if (card) {
      const known = $(".card.on", view) && card.classList.contains("on");
      if (!known) showCards(view, [card.id], "", card.id);
      else for (const other of $$(".card", view)) other.classList.toggle("at", other === card);
      return;
    }
    if ($(".card.on", view)) return;
    const set = $("[data-kind=contradiction] a[data-cards]", view);
    const cards = set ? set.dataset.cards.split(" ").slice(0, 2) : [($("tbody tr:first-child a.cell", view) || {}).hash, "#" + ($(".card", view) || {}).id].filter(Boolean).slice(0, 1).map((hash) => hash.slice(1));
    if (cards.length) showCards(view, cards, cards.length > 1 ? "one who asserts, one who denies" : "", cards[0]);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cards]");
    if (link) {
      showCards(link.closest(".incident"), link.dataset.cards.split(" "), link.dataset.label || "", link.hash.slice(1));
      if (innerWidth < 1024) $(".reader", link.closest(".incident")).scrollIntoView();
      history.replaceState(null, "", link.hash);
      event.preventDefault();
    }
    const mark = event.target.closest(".document .m, .document .notes li > span");
    if (mark) selectStatement(mark.closest(".document"), (mark.dataset.n || mark.parentNode.dataset.n).split(" ").pop(), mark.matches(".m"));
    const cite = event.target.closest(".cite");
    if (cite) showCitation(cite.closest("main > *"));
    const chip = event.target.closest("[data-filter]");
    if (chip) { chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") !== "true"); filter(); }
  });

  // Whole documents: a statement's words and its note light up together.
  const selectStatement = (view, number, fromText) => {
    for (const item of $$(".m, .notes li", view)) item.classList.toggle("at", (item.dataset.n || "").split(" ").includes(number));
    const other = fromText ? $(".notes li.at", view) : $(".m.at", view);
    if (other) other.scrollIntoView({ block: "nearest" });
  };

  // Search and filters over the lists.
  const list = $(".index");
  const items = $$(".index > li");
  const haystacks = new Map(items.map((item) => {
    const link = $("a", item);
    const page = link && document.getElementById(link.hash.slice(1));
    return [item, (item.textContent + " " + (page ? page.textContent : "")).toLocaleLowerCase()];
  }));
  const rows = $$("#documents tr[data-row]");
  for (const row of rows) {
    const link = $("a", row);
    const page = link && document.getElementById(link.hash.slice(1));
    haystacks.set(row, (row.textContent + " " + (page ? page.textContent : "")).toLocaleLowerCase());
  }
  const filter = () => {
    const words = $("#search").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const off = new Set($$("[data-filter][aria-pressed=false]").map((chip) => chip.dataset.filter));
    for (const item of [...items, ...rows]) item.hidden = off.has(item.dataset.status) || !words.every((word) => haystacks.get(item).includes(word));
    const shown = items.filter((item) => !item.hidden).length;
    $("#shown").textContent = shown === items.length ? "" : shown + " of " + items.length + " shown";
  };
  $("#search").addEventListener("input", () => {
    if (current.id !== "documents" && current.id !== "overview") location.hash = "#overview";
    filter();
  });
  $("#order").addEventListener("change", (event) => {
    const when = (item) => item.dataset.when;
    const ordered = event.target.value === "time" ? [...items].sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0)) : items;
    list.append(...ordered);
  });

  // Citing: a permalink, the title and the digest of the content.
  const showCitation = (view) => {
    const document_ = data.documents[view.id];
    const parts = [$("h1", view).textContent.trim() + ".", document_ ? document_.outlet + ", " + document_.published + "." : "In: " + data.title + ".",
      "standoff " + data.version + ", content sha256 " + data.content_sha256 + (document_ ? ", text sha256 " + document_.text_sha256 : "") + ".",
      location.href.split("#")[0] + "#" + (view.contains(document.getElementById(location.hash.slice(1))) || location.hash === "#" + view.id ? location.hash.slice(1) : view.id)];
    $("#cite textarea").value = parts.join(" ");
    $("#cite").showModal();
    $("#cite textarea").select();
  };

  // Keys.
  const step = (things, by) => {
    if (!things.length) return null;
    const at = things.findIndex((thing) => thing.classList.contains("at"));
    const next = things[at < 0 ? 0 : Math.min(Math.max(at + by, 0), things.length - 1)];
    things.forEach((thing) => thing.classList.toggle("at", thing === next));
    next.scrollIntoView({ block: "nearest" });
    return next;
  };
  const move = (by) => {
    if (current.classList.contains("incident")) {
      const card = step($$(".card.on", current), by);
      if (card) history.replaceState(null, "", "#" + card.id);
    } else if (current.classList.contains("document")) {
      const note = step($$(".notes li", current), by);
      if (note) selectStatement(current, note.dataset.n, false);
    } else $("a", step(items.filter((item) => !item.hidden), by) || main)?.focus();
  };
  const nextDifference = () => {
    const links = $$(".difference a[data-cards]", current);
    if (!links.length) return;
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    const link = links[(at + 1) % links.length];
    link.click();
    link.closest(".difference").scrollIntoView({ block: "nearest" });
  };
  const keys = { j: () => move(1), k: () => move(-1), d: nextDifference, t: toggleTheme, o: () => { location.hash = "#overview"; }, "/": () => $("#search").focus() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, textarea, select");
    if (typing) { if (event.key === "Escape") { typing.value = ""; typing.blur(); filter(); } return; }
    if (event.key === "Enter" && event.target.matches(".notes li > span")) { event.target.click(); return; }
    const act = keys[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });

  addEventListener("hashchange", route);
  route();
})();
