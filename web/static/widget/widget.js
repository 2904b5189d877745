// The widget on a page of another site: a button, and a dialog behind it, both in a shadow tree.

import { askService, continued } from "./asking.js";
import { showAnswer, showSentence } from "./answer.js";
import { leading, make } from "./make.js";

const NAME = "tanya-lampung";
const script = document.currentScript;
// The script stands where the site begins.
const site = new URL(".", script.src).href.replace(/\/$/, "");
const language = chosenLanguage();
const texts = TEXTS[language];

const HEARD_MS = 15_000; // then an answer has been taken in, and who reads through the dialog does not meet it again
let history = [];
let asking = false;
let forgetting = 0;

const log = make("div", { class: "log", tabindex: "0", role: "region", "aria-label": texts.ready.replace(/:$/, "") });
const status = make("div", { class: "unseen", role: "status" });
const input = make("textarea", { id: "question", rows: "2", required: "", autocomplete: "off", enterkeyhint: "send" });
const send = make("button", { type: "submit" }, texts.ask);
const form = make("form", {}, make("label", { for: "question" }, texts.question), input, send);
const close = make("button", { type: "button", class: "close", "aria-label": texts.close }, "×");
const opener = make("button", { type: "button", class: "opener", "aria-haspopup": "dialog", "aria-expanded": "false" },
  script.dataset.label || texts.open);
const dialog = make("dialog", { "aria-labelledby": "name", "aria-describedby": "lead" },
  make("div", { class: "bar" }, make("h2", { id: "name" }, texts.name), close),
  make("p", { id: "lead", class: "soft" }, texts.lead),
  log, form, foot(), status);

function chosenLanguage() {
  const wanted = script.dataset.language || document.documentElement.lang || "";
  return wanted.toLowerCase().startsWith("en") ? "en" : "id";
}

function foot() {
  return make("p", { class: "foot" }, texts.note, " ",
    leading(`${site}/privacy`, {}, texts.newTab, texts.stored), " · ",
    leading(`${site}/`, {}, texts.newTab, texts.site));
}

function open() {
  dialog.showModal();
  opener.setAttribute("aria-expanded", "true");
  input.focus();
}

function closed() {
  opener.setAttribute("aria-expanded", "false");
  opener.focus();
}

async function submit(question, turn) {
  asking = true;
  send.setAttribute("aria-disabled", "true");
  clearTimeout(forgetting);
  status.textContent = texts.searching;
  const body = make("div", {}, make("p", { class: "soft waiting" }, texts.searching));
  turn.replaceChildren(make("h3", {}, question), body);
  turn.scrollIntoView({ block: "start" });
  try {
    const answer = await askService(site, question, history, language, (sentence, citations) => {
      body.append(showSentence(sentence, citations, site, texts));
    });
    body.replaceChildren(showAnswer(answer, site, TEXTS[answer.language]));
    history = continued(history, question, answer);
    status.replaceChildren(`${texts.ready} `, make("span", { lang: answer.language }, answer.text));
    forgetting = setTimeout(() => status.replaceChildren(), HEARD_MS);
  } catch (error) {
    body.replaceChildren(failure(error.message, () => submit(question, turn)));
  }
  send.removeAttribute("aria-disabled");
  asking = false;
}

function failure(message, retry) {
  const again = make("button", { type: "button" }, texts.again);
  again.addEventListener("click", () => {
    input.focus(); // the button is about to go
    retry();
  });
  return make("div", { class: "failure" }, make("p", { role: "alert" }, `${texts.failed}. ${message || texts.offline}`), again);
}

function sendTyped(event) {
  event.preventDefault();
  const question = input.value.trim();
  if (!question || asking) return;
  input.value = "";
  const turn = make("section", {});
  log.append(turn);
  submit(question, turn);
}

function connect() {
  opener.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", closed);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  form.addEventListener("submit", sendTyped);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) sendTyped(event);
    event.stopPropagation(); // the shortcuts of the host page are not meant
  });
}

function appear() {
  if (document.querySelector(NAME)) return;
  const host = make(NAME, { lang: language });
  const root = host.attachShadow({ mode: "open" });
  // A sheet made here needs no permission of the host's policy for styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  if (script.dataset.side === "left") opener.classList.add("left");
  root.append(opener, dialog);
  connect();
  document.body.append(host);
}

if (document.body) appear();
else document.addEventListener("DOMContentLoaded", appear);
