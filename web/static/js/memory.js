// The conversation survives a reload or a switch of language, and ends with the tab.

import { here } from "./address.js";

const KEY = "percakapan";
const LIMIT = 2_000_000;

/** Keeps {html, history, after, pending, draft} for the address the page has now. */
export function remember(conversation) {
  const kept = JSON.stringify({ ...conversation, address: here() });
  // A conversation too long, or storage refused, is simply not kept.
  if (kept.length > LIMIT) return;
  try {
    sessionStorage.setItem(KEY, kept);
  } catch {
    forget();
  }
}

/** What was kept for this address. */
export function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return kept?.address === here() ? kept : null;
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
