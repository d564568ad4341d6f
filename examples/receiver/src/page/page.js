// The page works without this. With it, the list follows, and commands can be copied.
"use strict";

const part = document.getElementById("part");
const box = document.getElementById("live");

async function follow() {
  const busy = part.contains(document.activeElement) && document.activeElement.tagName !== "DIV";
  // Nothing moves under who reads or tabs through the list.
  if (!box.checked || document.hidden || busy || String(document.getSelection())) return;
  const answer = await fetch(part.dataset.live + location.search, { redirect: "error" }).catch(() => null);
  if (answer?.ok) part.innerHTML = await answer.text();
}

if (part?.dataset.live && box) setInterval(follow, 2000);

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  });
}
