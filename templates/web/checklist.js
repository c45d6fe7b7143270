// Ticks stay in this browser. Only what differs from the plan is kept, by plan, days and point.
"use strict";
(() => {
  const page = document.querySelector("[data-keep]");
  const tools = document.querySelector(".tools");
  if (!page || !tools) return; // nothing to tick
  const boxes = [...page.querySelectorAll("input[type=checkbox]")];
  const lists = [...page.querySelectorAll("[data-count]")].map((list) => ({
    list,
    counter: list.querySelector(".count"),
    own: [...list.querySelectorAll("input[type=checkbox]")],
  }));
  const bar = tools.querySelector("progress");
  const said = tools.querySelector("output");
  const store = keeping(`checklist:${page.dataset.keep}`);
  let kept = {};

  async function keep(changed) {
    tell(await store.keep(changed));
  }

  async function restore() {
    const found = await store.load();
    tell(found !== null);
    if (found === null) return;
    kept = found;
    show();
  }

  function tell(works) {
    document.querySelector(".kept").hidden = !works;
    document.querySelector(".lost").hidden = works;
  }

  function show() {
    for (const box of boxes) {
      const ticked = kept[box.value] ?? box.defaultChecked;
      if (box.checked !== ticked) box.checked = ticked;
    }
    count();
  }

  function count() {
    const done = boxes.filter((box) => box.checked).length;
    bar.max = Math.max(boxes.length, 1);
    bar.value = boxes.length ? done : 1;
    const key = done === boxes.length ? "all" : "some";
    said.textContent = said.dataset[key].replace("{done}", done).replace("{all}", boxes.length);
    for (const { list, counter, own } of lists) {
      const ticked = own.filter((box) => box.checked).length;
      const counted = `${ticked}/${own.length}`;
      if (counter.textContent === counted) continue; // what is written anew is laid out anew
      counter.textContent = counted;
      list.classList.toggle("finished", ticked === own.length);
    }
  }

  page.addEventListener("change", ({ target: box }) => {
    kept[box.value] = box.checked;
    keep({ [box.value]: box.checked === box.defaultChecked ? undefined : box.checked });
    show(); // the same step may stand in two lists
  });
  store.onChangeElsewhere(restore);

  const hide = tools.querySelector("[data-do=hide]");
  hide.addEventListener("click", () => {
    const pressed = hide.getAttribute("aria-pressed") !== "true";
    hide.setAttribute("aria-pressed", String(pressed));
    page.classList.toggle("only-left", pressed);
  });
  const forget = tools.querySelector("[data-do=forget]");
  forget.addEventListener("click", () => {
    if (!confirm(forget.dataset.sure)) return;
    keep(Object.fromEntries(Object.keys(kept).map((key) => [key, undefined])));
    kept = {};
    show();
  });

  tools.hidden = false;
  count();
  restore();
})();
