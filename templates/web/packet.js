// Answers to a brief: kept in this browser until they are saved as a file. Nothing is sent.
"use strict";
(() => {
  const bar = document.querySelector(".packet");
  if (!bar) return;
  const find = (name) => bar.querySelector(`[data-do=${name}]`);
  const by = bar.querySelector("[name=by]");
  const said = bar.querySelector("#packet-said");
  const store = keeping(`approval:${bar.dataset.plan}`);
  const boxes = [...document.querySelectorAll(".decision")].map((box) => ({
    box,
    key: `${box.dataset.post}@${box.dataset.hash}`,
    choices: [...box.querySelectorAll("input")],
    comment: box.querySelector("textarea"),
    needed: box.querySelector("[data-needed]"),
  }));

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const chosen = (one) => one.choices.find((choice) => choice.checked)?.value || "";
  const lacks = (one) => chosen(one) === "change" && !one.comment.value.trim();
  const choose = (one, value) => {
    for (const choice of one.choices) choice.checked = choice.value === value;
  };

  // Answers stay under the words that they were given to; other pages of this plan have their own.
  // Only what has changed is kept: the rest of the page may not have been restored yet.
  async function keep(changed, values = {}) {
    for (const one of changed) {
      const answer = { decision: chosen(one), comment: one.comment.value, date: one.date };
      values[one.key] = answer.decision || answer.comment ? answer : undefined;
    }
    tell(await store.keep(values));
  }

  function tell(works) {
    bar.querySelector("[data-kept]").hidden = !works;
    bar.querySelector("[data-lost]").hidden = works;
  }

  async function restore() {
    const found = await store.load();
    tell(found !== null);
    if (found === null) return;
    write(by, found.by ?? "");
    for (const one of boxes) {
      const answer = found[one.key] ?? {};
      choose(one, answer.decision);
      write(one.comment, answer.comment ?? "");
      one.date = answer.date;
    }
    show();
  }

  function write(field, words) {
    if (field.value !== words) field.value = words; // else the cursor of who is writing would jump
  }

  function show() {
    for (const one of boxes) {
      const decision = chosen(one);
      one.box.classList.toggle("approve", decision === "approve");
      one.box.classList.toggle("change", decision === "change");
      const told = lacks(one) ? one.needed.dataset.needed : "";
      if (one.needed.textContent !== told) one.needed.textContent = told;
    }
    const done = boxes.filter(chosen).length;
    const progress = bar.querySelector("progress");
    progress.max = boxes.length || 1;
    progress.value = done;
    bar.querySelector("#packet-progress").textContent = bar.dataset.progress
      .replace("{done}", done)
      .replace("{all}", boxes.length);
    find("next").disabled = done === boxes.length;
  }

  function packet() {
    const decisions = boxes
      .filter((one) => chosen(one) || one.comment.value.trim())
      .map((one) => ({
        post: one.box.dataset.post,
        accounts: one.box.dataset.accounts.split(" ").filter(Boolean),
        hash: one.box.dataset.hash,
        decision: chosen(one) || "comment",
        comment: one.comment.value.trim(),
        by: by.value.trim(),
        date: one.date || today(),
      }));
    return {
      socialplan_approval: 1,
      plan: bar.dataset.plan,
      made: bar.dataset.made,
      saved: today(),
      decisions,
    };
  }

  function save() {
    const made = packet();
    if (!by.value.trim()) {
      said.textContent = said.dataset.name;
      by.focus();
      return;
    }
    if (!made.decisions.length) {
      said.textContent = said.dataset.nothing;
      return;
    }
    const unsaid = boxes.find(lacks);
    if (unsaid) {
      said.textContent = unsaid.needed.dataset.needed;
      unsaid.comment.focus();
      return;
    }
    const plan = made.plan.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40);
    const link = document.createElement("a");
    link.download = `approval-${plan || "plan"}-${made.saved}.json`;
    const text = `${JSON.stringify(made, null, 2)}\n`;
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    said.textContent = bar.dataset.saved.replace("{file}", () => link.download);
  }

  document.addEventListener("input", ({ target }) => {
    const one = boxes.find(({ box }) => box.contains(target));
    if (one) one.date = today();
    if (one || target === by) {
      said.textContent = "";
      if (one) keep([one]);
      else keep([], { by: by.value });
      show();
    }
  });
  find("save").addEventListener("click", save);
  find("next").addEventListener("click", () => {
    const open = boxes.find((one) => !chosen(one));
    open?.box.closest("article").scrollIntoView();
    open?.choices[0].focus({ preventScroll: true });
  });
  const forget = find("forget");
  forget.addEventListener("click", () => {
    if (!confirm(forget.dataset.sure)) return;
    for (const one of boxes) {
      choose(one, "");
      one.comment.value = "";
      one.date = undefined;
    }
    said.textContent = "";
    keep(boxes);
    show();
  });

  bar.hidden = false;
  store.onChangeElsewhere(restore);
  show();
  restore();
})();
