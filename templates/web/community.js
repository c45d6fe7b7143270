// Copies words to the clipboard; where a browser refuses, it selects them for the reader to copy.
"use strict";
(() => {
  const said = document.querySelector("[data-said]");

  function select(words) {
    const range = document.createRange();
    range.selectNodeContents(words);
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
  }

  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words.textContent);
      return true;
    } catch {
      select(words);
      try {
        return document.execCommand("copy");
      } catch {
        return false;
      }
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const words = button.closest(".words").querySelector(".typed");
      const done = await copied(words);
      const message = done ? said.dataset.copied : said.dataset.select;
      said.textContent = "";
      requestAnimationFrame(() => { said.textContent = message; });
      said.classList.toggle("visually-hidden", done);
      button.classList.toggle("done", done);
      button.textContent = done ? said.dataset.copied : name;
      if (done) setTimeout(() => { button.textContent = name; button.classList.remove("done"); }, 2000);
    });
  }
})();
