// Filters of a page without a server. What can be filtered carries its tags in `data-in`, a box its
// tag in `value`; boxes of one name are either-or. A `data-group` in which nothing is left goes; a
// `day` is only marked, for a calendar keeps its days; `keep` stays. The choice stands behind the # of the address, so it survives a reload.
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const language = document.documentElement.lang;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")].map((input) => ({
    input, tag: input.value, kind: input.name, key: input.dataset.key,
    name: input.parentElement.querySelector("bdi, .name")?.textContent ?? "",
    chip: input.closest(".chip"), count: input.closest(".chip").querySelector(".count"),
  }));
  const kindOf = new Map(boxes.map((box) => [box.tag, box.kind]));
  const search = form.elements.q;
  const said = form.querySelector(".shown");
  const resets = document.querySelectorAll(".reset");
  const paper = document.querySelector(".legend .passed"); // what was chosen, for the printed page
  const passes = document.querySelector(".passes");
  const groups = new Map();
  const groupOf = (element) => {
    const found = element && element.closest("[data-group]");
    if (!found) return null;
    if (!groups.has(found)) {
      groups.set(found, {
        element: found, left: 0, kind: found.dataset.group,
        count: found.querySelector("[data-count]"), parent: null,
      });
      groups.get(found).parent = groupOf(found.parentElement);
    }
    return groups.get(found);
  };
  document.querySelectorAll("[data-group]").forEach(groupOf);
  const entries = [...document.querySelectorAll("[data-in]")].map((element) => ({
    element, tags: new Set(element.dataset.in.trim().split(/\s+/)), text: null, hidden: false,
    counts: !element.classList.contains("ritual"), group: groupOf(element.parentElement),
  }));
  const all = entries.filter((entry) => entry.counts).length;

  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const number = (value) => value.toLocaleString(language);
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };

  function apply() {
    const chosen = new Map();
    for (const box of boxes) {
      if (!box.input.checked) continue;
      if (!chosen.has(box.kind)) chosen.set(box.kind, []);
      chosen.get(box.kind).push(box.tag);
    }
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const active = chosen.size > 0 || words.length > 0;
    const counts = new Map();
    for (const group of groups.values()) group.left = 0;
    let left = 0;
    for (const entry of entries) {
      let missed = 0, by = null;
      for (const [kind, tags] of chosen) {
        if (!tags.some((tag) => entry.tags.has(tag))) { missed += 1; by = kind; }
      }
      if (words.length && missed < 2) {
        entry.text ??= fold(entry.element.textContent);
        if (!words.every((word) => entry.text.includes(word))) missed = 2;
      }
      const hidden = missed > 0;
      if (hidden !== entry.hidden) { entry.hidden = hidden; entry.element.hidden = hidden; }
      if (!hidden) {
        for (let group = entry.group; group; group = group.parent) group.left += 1;
        left += entry.counts;
      }
      // A number says how many there would be with this box beside what other kinds demand.
      if (entry.counts && missed < 2) {
        for (const tag of entry.tags) {
          if (missed === 0 || kindOf.get(tag) === by) counts.set(tag, (counts.get(tag) || 0) + 1);
        }
      }
    }
    for (const group of groups.values()) {
      const gone = active && group.left === 0;
      if (group.kind === "") group.element.hidden = gone;
      else if (group.kind === "day") group.element.classList.toggle("emptied", gone);
      if (group.count) write(group.count, number(group.left));
    }
    for (const box of boxes) {
      const count = counts.get(box.tag) || 0;
      write(box.count, number(count));
      box.chip.classList.toggle("zero", count === 0);
    }
    for (const facet of form.querySelectorAll(".facet")) {
      const n = facet.querySelectorAll(":checked").length;
      const mark = facet.querySelector(".chosen");
      mark.hidden = n === 0;
      write(mark, form.dataset.chosen.replace("{n}", number(n)));
    }
    for (const link of document.querySelectorAll(".jump a")) {
      const target = document.getElementById(link.hash.slice(1));
      link.hidden = Boolean(target && target.hidden);
    }
    const text = active ? form.dataset.shown : form.dataset.all;
    write(said, text.replace("{n}", number(left)).replace("{all}", number(all)));
    if (paper) {
      const names = boxes.filter((box) => box.input.checked).map((box) => box.name);
      write(paper, active ? `${[...names, search.value.trim()].filter(Boolean).join(" · ")} (${said.textContent})` : "");
    }
    if (passes) passes.hidden = !active || left > 0 || all === 0;
    for (const reset of resets) reset.hidden = !active;
    document.documentElement.classList.toggle("filtered", active);
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const box of boxes) if (box.input.checked) kept.append(box.kind, box.key);
    if (search.value.trim()) kept.append("q", search.value.trim());
    const hash = kept.toString();
    const address = location.pathname + location.search + (hash ? `#${hash}` : "");
    try { history.replaceState(null, "", address); } catch { location.replace(`#${hash}`); }
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return;
    const kept = new URLSearchParams(hash);
    for (const box of boxes) box.input.checked = kept.getAll(box.kind).includes(box.key);
    search.value = kept.get("q") || "";
  }

  function clear() {
    for (const box of boxes) box.input.checked = false;
    search.value = "";
    apply();
    remember();
    search.focus({ preventScroll: true });
  }

  form.querySelector("fieldset").disabled = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { apply(); remember(); });
  search.addEventListener("input", () => { apply(); remember(); });
  for (const reset of resets) reset.addEventListener("click", clear);
  addEventListener("hashchange", () => { recall(); apply(); });
  addEventListener("click", (event) => {
    for (const facet of form.querySelectorAll(".facet[open]")) {
      if (!facet.contains(event.target)) facet.open = false;
    }
    const link = event.target.closest && event.target.closest(".jump a, .skip");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault(); // the # is for the filters
    target.scrollIntoView();
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const facet of form.querySelectorAll(".facet[open]")) {
      facet.open = false;
      facet.querySelector("summary").focus();
    }
  });
  recall();
  const box = document.querySelector(".filtering");
  const narrow = matchMedia("(max-width: 48rem)").matches;
  if (box && narrow && !location.hash.includes("=")) box.open = false;
  apply();
})();
