// The conversation survives a reload or a switch of language, and ends with the tab.

const KEY = "percakapan";
const LIMIT = 1_000_000;

/** Keeps the conversation as it stands; one too long, or storage refused, is simply not kept. */
export function remember(html, history) {
  if (html.length > LIMIT) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ html, history }));
  } catch {
    forget();
  }
}

export function restore() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
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
