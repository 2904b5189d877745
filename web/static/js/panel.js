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
  panel.addEventListener("close", () => {
    document.body.classList.remove("reading");
    markCurrent(null);
    opener?.focus();
  });
}

async function open(panel, link) {
  const body = panel.querySelector("[data-panel-body]");
  panel.querySelector("[data-panel-page]").href = link.href;
  body.textContent = words("loading");
  markCurrent(link);
  show(panel);
  panel.querySelector("h2").focus();
  try {
    body.replaceChildren(await fetchDocument(link.href));
    body.querySelector("#kutipan")?.scrollIntoView({ block: "center", behavior: "instant" });
  } catch {
    body.textContent = words("source_failed");
  }
}

function show(panel) {
  if (panel.open) return;
  panel.toggleAttribute("data-beside", WIDE.matches);
  document.body.classList.toggle("reading", WIDE.matches);
  if (WIDE.matches) panel.show();
  else panel.showModal();
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
