// A page of `serve` shows itself anew when the plan has been saved, and says when nobody answers.
"use strict";
(() => {
  const nav = document.querySelector(".live");
  const offline = nav.querySelector(".offline");
  const heard = new EventSource("/changes");
  heard.onmessage = (event) => {
    offline.hidden = true;
    if (event.data !== nav.dataset.version) location.reload();
  };
  heard.onerror = () => { offline.hidden = false; };
  // What was chosen on one page holds on the next: it stands behind the # of the address.
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) link.hash = location.hash;
  });
})();
