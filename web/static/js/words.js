// The texts this page's scripts speak, in the language the server chose.

const source = document.querySelector("[data-words]");
const texts = source ? JSON.parse(source.textContent) : {};

/** The text of a key, with its {names} filled in. */
export function words(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Why the server refused, in its own words; without a response the connection is to blame. */
export async function messageOf(response) {
  const body = await response?.json().catch(() => null);
  return body?.error?.message ?? words("offline");
}

const HEARD_MS = 15_000; // then it has been taken in, and who reads through the page does not meet it again
let forgetting = 0;

/** Says one thing to a screen reader; the page never announces token by token. `answer`: {text, language}, said behind it. */
export function announce(text, answer = null) {
  const region = document.querySelector("[data-announce]");
  if (!region) return;
  const said = document.createElement("span");
  if (answer) Object.assign(said, { lang: answer.language, textContent: answer.text });
  region.replaceChildren(answer ? `${text} ` : text, said);
  clearTimeout(forgetting);
  forgetting = setTimeout(() => region.replaceChildren(), HEARD_MS);
}
