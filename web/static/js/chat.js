// The chat page with JavaScript: questions are streamed in place, sources open beside the answer.

import { words, announce } from "./words.js";
import { base, here, moveTo } from "./address.js";
import { ask } from "./ask.js";
import { connectComposer, tooLong } from "./composer.js";
import { answeredTurns, forget, remember, restore } from "./memory.js";
import { connectHistory, enter, showHistory } from "./device.js";
import { connectPanel } from "./panel.js";
import { connectAnswers } from "./actions.js";
import { showFollowUps } from "./following.js";
import { connectSpeech } from "./speech.js";

const conversation = document.querySelector("[data-conversation]");
const composer = document.querySelector("[data-composer]");
const { q: input, history, after } = composer.elements;
const sendButton = composer.querySelector(".send");
const newChat = document.querySelector("[data-new-chat]");
const undo = document.querySelector("[data-undo]");
const front = `${base}/`;
const siteName = document.querySelector(".brand").textContent.trim();

let running = null;
let pending = null;
let closed = null; // the conversation that was just ended, and may be taken up again

function showConversation(on) {
  input.placeholder = on ? input.dataset.again : input.dataset.first;
  document.querySelectorAll("[data-welcome]").forEach((part) => { part.hidden = on; });
  document.querySelectorAll("[data-talking]").forEach((part) => { part.hidden = !on; });
  document.body.classList.toggle("talking", on);
  if (!on) showHistory();
}

async function submit(question, turn = null) {
  if (!question || running) return;
  running = new AbortController();
  pending = question;
  undo.hidden = true;
  sendButton.setAttribute("aria-disabled", "true");
  showConversation(true);
  const target = turn ?? addTurn(question);
  const heading = target.querySelector(".question");
  // What was pressed, a suggestion or "try again", is about to go.
  if (!composer.contains(document.activeElement)) heading.focus({ preventScroll: true });
  announce(words("searching"));
  const said = { history: JSON.parse(history.value || "[]"), after: after.value };
  const found = await ask(question, said, target, running.signal, () => submit(question, target));
  if (found) {
    pending = null;
    target.lang = found.answer.language;
    addHistory(question, found.answer.text);
    takeAddress(question, found.address);
    keep();
    showFollowUps(target, found.address).then(keep);
    announce(words("ready"), found.answer);
  }
  sendButton.removeAttribute("aria-disabled");
  running = null;
}

/** The address of the newest answer is that of the page; without one a reload finds the conversation in memory. */
function takeAddress(question, address, before = after.value) {
  if (!address) {
    if (conversation.childElementCount > 1) moveTo(front);
    return;
  }
  enter(question, address, before && `${front}answers/${before}`);
  after.value = address.split("/").pop();
  document.title = `${question.slice(0, 60)} – ${siteName}`;
  moveTo(address);
}

function addTurn(question) {
  const turn = document.createElement("article");
  turn.className = "turn";
  const heading = document.createElement("h2");
  heading.className = "question";
  heading.textContent = question;
  heading.tabIndex = -1;
  turn.append(heading);
  conversation.append(turn);
  if (turn.previousElementSibling) turn.scrollIntoView({ block: "start" });
  else window.scrollTo({ top: 0 });
  return turn;
}

function addHistory(question, answer) {
  const turns = JSON.parse(history.value || "[]");
  turns.push({ question: beginning(question), answer: beginning(answer) });
  history.value = JSON.stringify(turns.slice(-5));
}

/** The first 1500 characters, counted whole: half an emoji is no text. */
function beginning(text) {
  return [...text].slice(0, 1500).join("");
}

function state() {
  return { html: answeredTurns(conversation), history: history.value, after: after.value, pending, draft: input.value };
}

/** Keeps everything said, asked or half written, whenever the page is left. */
function keep() {
  remember(state());
}

function startAfresh(event) {
  event.preventDefault();
  running?.abort();
  pending = null;
  closed = { ...state(), address: here() };
  forget();
  conversation.replaceChildren();
  history.value = "[]";
  after.value = "";
  input.value = "";
  showConversation(false);
  moveTo(front);
  document.title = siteName;
  undo.hidden = !closed.html;
  input.focus();
}

function takeBack() {
  undo.hidden = true;
  moveTo(closed.address);
  takeUp(closed);
  conversation.querySelector(".turn:last-child .question")?.scrollIntoView({ block: "start" });
  input.focus({ preventScroll: true });
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = input.value.trim();
  if (!question || running || tooLong(input)) return;
  input.value = "";
  input.dispatchEvent(new Event("input"));
  submit(question);
});

document.addEventListener("click", (event) => {
  const suggestion = event.target.closest("[data-ask]");
  if (!suggestion || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  submit(suggestion.dataset.ask);
});

/** Goes on with a conversation kept; a question that had no answer yet is asked again. */
function takeUp(kept) {
  conversation.innerHTML = kept.html;
  history.value = kept.history;
  after.value = kept.after ?? "";
  input.value = kept.draft ?? "";
  if (conversation.childElementCount) showConversation(true);
  submit(kept.pending);
}

newChat.addEventListener("click", startAfresh);
undo.querySelector("button").addEventListener("click", takeBack);
document.querySelectorAll("[data-language]").forEach((link) => link.addEventListener("click", (event) => {
  // What has been said is kept, and shown in the other language where the page is now.
  event.preventDefault();
  keep();
  const target = new URLSearchParams({ lang: link.dataset.language, next: here().slice(base.length) });
  window.location.assign(`${base}/bahasa?${target}`);
}));
window.addEventListener("pagehide", keep);
connectComposer(composer);
connectPanel();
connectAnswers(conversation);
connectSpeech(conversation);
connectHistory();
showHistory();

const kept = restore();
if (kept && (!conversation.childElementCount || after.value)) {
  takeUp(kept);
} else if (conversation.childElementCount) {
  // The server has just answered (a link that somebody shared): that is the conversation now.
  showConversation(true);
  const asked = new URLSearchParams(window.location.search).get("q");
  const address = after.value && `${front}answers/${after.value}`;
  if (asked) takeAddress(asked, address, "");
  if (address && !input.value) showFollowUps(conversation.lastElementChild, address).then(keep);
  keep();
}
