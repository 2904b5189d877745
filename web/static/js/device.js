// What was asked on this device: kept in this browser only, until somebody clears it.

import { words } from "./words.js";

const KEY = "riwayat";
const MOST = 30;

function read() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function write(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // Storage is switched off or full: then there is no history.
  }
}

/** Enters an answer; one that goes on from `before` takes its place, under the question the conversation began with. */
export function enter(question, address, before) {
  const list = read();
  const begun = before && list.find((one) => one.address === before);
  const rest = list.filter((one) => one !== begun && one.address !== address);
  write([{ question: begun?.question ?? question.slice(0, 200), address, at: Date.now() }, ...rest]);
}

/** Fills the list of the page, which stays hidden while there is nothing in it. */
export function showHistory() {
  const section = document.querySelector("[data-device]");
  if (!section) return;
  const list = read();
  section.hidden = !list.length;
  const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID", { dateStyle: "medium" });
  section.querySelector("[data-device-list]").replaceChildren(...list.map((one) => line(one, day)));
}

function line({ question, address, at }, day) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const when = document.createElement("span");
  link.href = address;
  link.textContent = question;
  when.textContent = day.format(at);
  item.append(link, when);
  return item;
}

export function connectHistory() {
  document.querySelector("[data-device-clear]")?.addEventListener("click", (event) => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
    const said = document.createElement("p");
    said.textContent = words("cleared");
    said.setAttribute("role", "status");
    event.target.closest("[data-device]").replaceChildren(said);
  });
}
