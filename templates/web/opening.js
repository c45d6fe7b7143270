// A post of a grid is read in a dialog, for its cell is too narrow; without scripts it opens in place.
"use strict";
(() => {
  const dialog = document.querySelector("dialog.opened");
  if (!dialog || !dialog.showModal) return;
  const title = dialog.querySelector("h2");
  const brief = dialog.querySelector(".brief");
  const content = dialog.querySelector(".content");
  const [previous, next] = [dialog.querySelector(".previous"), dialog.querySelector(".next")];
  let post = null;

  const shown = () => [...document.querySelectorAll("details.post")].filter(
    (one) => !one.hidden && !one.closest("[hidden]"));

  function putBack() {
    if (post && content.firstElementChild) post.append(content.firstElementChild);
  }

  function open(one) {
    putBack();
    post = one;
    brief.className = `brief entry ${one.className.match(/tone-\d+/)}`;
    brief.replaceChildren(...one.querySelector(".line").cloneNode(true).childNodes);
    title.replaceChildren(one.querySelector(".what").cloneNode(true));
    content.append(one.querySelector(".said"));
    const all = shown();
    const place = all.indexOf(one);
    previous.disabled = place <= 0;
    next.disabled = place === all.length - 1;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }

  function step(by) {
    const all = shown();
    const one = all[all.indexOf(post) + by];
    if (!one) return;
    open(one);
    title.focus();
  }

  document.addEventListener("click", (event) => {
    const summary = event.target.closest("details.post > summary");
    if (!summary) return;
    event.preventDefault();
    open(summary.parentElement);
  });
  previous.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => {
    putBack();
    const last = post;
    post = null;
    if (last) {
      last.scrollIntoView({ block: "nearest" });
      last.querySelector("summary").focus();
    }
  });
})();
