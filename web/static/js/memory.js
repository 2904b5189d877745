// The conversation survives a reload or a switch of language, and ends with the tab.

const KEY = "percakapan";
const LIMIT = 2_000_000;

/** Keeps {html, history, pending, draft}; a conversation too long, or storage refused, is simply not kept. */
export function remember(conversation) {
  const kept = JSON.stringify({ ...conversation, language: document.documentElement.lang });
  if (kept.length > LIMIT) return;
  try {
    sessionStorage.setItem(KEY, kept);
  } catch {
    forget();
  }
}

/** What was kept; `switched` when the page speaks another language now. */
export function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return kept && { ...kept, switched: kept.language !== document.documentElement.lang };
  } catch {
    return null;
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: nothing was kept either.
  }
}

/** Turns of a conversation worth keeping, as HTML: those answered, and those said before this page was made. */
export function answeredTurns(conversation) {
  const kept = conversation.cloneNode(true);
  for (const turn of [...kept.children]) {
    if (!turn.querySelector("[data-answer]") && !turn.matches(".earlier")) turn.remove();
  }
  return kept.innerHTML;
}

/** Every answer changes places with itself in the other language, which waits beside it in a template. */
export function switchLanguage(conversation) {
  for (const other of conversation.querySelectorAll("template[data-other]")) {
    const shown = other.parentElement.querySelector(":scope > [data-answer]");
    const next = other.content.querySelector("[data-answer]");
    shown.replaceWith(next);
    other.content.replaceChildren(shown);
  }
}
