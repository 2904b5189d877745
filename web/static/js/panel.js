// The source panel: the document of a citation, at its quote. The link it comes from works without it.

import { words } from "./words.js";

const WIDE = window.matchMedia("(min-width: 72rem)");

/** Opens links marked data-source in the panel. */
export function connectPanel() {
  const panel = document.querySelector("[data-source-panel]");
  let opener = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-source]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    opener = link;
    open(panel, link);
  });
  panel.querySelector("[data-panel-close]").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  // A dialog that is not modal does not close on Escape by itself.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open && !panel.matches(":modal")) panel.close();
  });
  WIDE.addEventListener("change", () => showAgain(panel));
  panel.addEventListener("close", () => {
    // It is told late, and not true when the panel was only shown again.
    if (panel.open) return;
    document.body.classList.remove("reading");
    markCurrent(null);
    opener?.focus();
  });
}

async function open(panel, link) {
  const body = panel.querySelector("[data-panel-body]");
  const page = panel.querySelector("[data-panel-page]");
  const address = link.href;
  page.href = address;
  body.textContent = words("loading");
  markCurrent(link);
  show(panel);
  panel.querySelector("h2").focus();
  const article = await fetchDocument(address).catch(() => null);
  // Another source may have been opened while this one was on its way.
  if (page.href !== address) return;
  body.replaceChildren(article ?? words("source_failed"));
  body.querySelector("#kutipan")?.scrollIntoView({ block: "center", behavior: "instant" });
}

function show(panel) {
  if (panel.open) return;
  panel.toggleAttribute("data-beside", WIDE.matches);
  document.body.classList.toggle("reading", WIDE.matches);
  if (WIDE.matches) panel.show();
  else panel.showModal();
}

/** The open panel in the manner of the width there is now, read as far as before. */
function showAgain(panel) {
  if (!panel.open) return;
  const body = panel.querySelector("[data-panel-body]");
  const [focused, read] = [document.activeElement, body.scrollTop];
  panel.close();
  show(panel);
  (panel.contains(focused) ? focused : panel.querySelector("h2")).focus({ preventScroll: true });
  body.scrollTop = read;
}

async function fetchDocument(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = page.querySelector("[data-document]");
  // The page around the panel has its own first heading.
  const title = article.querySelector("h1");
  const heading = document.createElement("h2");
  heading.append(...title.childNodes);
  title.replaceWith(heading);
  return document.adoptNode(article);
}

function markCurrent(link) {
  document.querySelectorAll(".cite[aria-current]").forEach((mark) => mark.removeAttribute("aria-current"));
  if (link?.matches(".cite")) link.setAttribute("aria-current", "true");
}
