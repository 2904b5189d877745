// Where the site begins: "" at the root of its host, "/tanya" below a path.

export const base = document.documentElement.dataset.base ?? "";

/** Where the page is, as it is kept: without the part after #. */
export function here() {
  return window.location.pathname + window.location.search;
}

/** Shows another address for the same page; nothing is loaded. */
export function moveTo(address) {
  window.history.replaceState(null, "", address);
}
