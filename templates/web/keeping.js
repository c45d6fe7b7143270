// What a page remembers stays in this browser, which may refuse to keep anything. A page that opens
// only reads: another window may just have written what this one cannot see yet.
"use strict";
const keeping = (place) => ({
  isThere() {
    try {
      localStorage.getItem(place);
      return true;
    } catch {
      return false;
    }
  },
  read() {
    try {
      const found = JSON.parse(localStorage.getItem(place) || "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch {
      return {};
    }
  },
  write(value) {
    try {
      if (Object.keys(value).length) localStorage.setItem(place, JSON.stringify(value));
      else localStorage.removeItem(place);
      return true;
    } catch {
      return false;
    }
  },
});
