// The chat page with JavaScript: questions are streamed in place, sources open beside the answer.

import { words, announce } from "./words.js";
import { ask } from "./ask.js";
import { answeredTurns, forget, remember, restore, switchLanguage } from "./memory.js";
import { connectPanel } from "./panel.js";
import { connectAnswers } from "./actions.js";

const conversation = document.querySelector("[data-conversation]");
const composer = document.querySelector("[data-composer]");
const input = composer.elements.q;
const history = composer.elements.history;
const counter = composer.querySelector("[data-counter]");
const sendButton = composer.querySelector(".send");
const newChat = document.querySelector("[data-new-chat]");
const languageForm = document.querySelector("[data-language-form]");

let running = null;
let pending = null;

function showConversation(on) {
  input.placeholder = on ? input.dataset.again : input.dataset.first;
  document.querySelectorAll("[data-welcome]").forEach((part) => { part.hidden = on; });
  document.querySelectorAll("[data-talking]").forEach((part) => { part.hidden = !on; });
  document.body.classList.toggle("talking", on);
}

async function submit(question, turn = null) {
  if (!question || running) return;
  running = new AbortController();
  pending = question;
  sendButton.setAttribute("aria-disabled", "true");
  showConversation(true);
  // The address asks the first question anew on a reload; from the second one on the conversation is kept instead.
  if (conversation.childElementCount && window.location.search) window.history.replaceState(null, "", "/");
  const target = turn ?? addTurn(question);
  const heading = target.querySelector(".question");
  // What was pressed, a suggestion or "try again", is about to go.
  if (!composer.contains(document.activeElement)) heading.focus({ preventScroll: true });
  announce(words("searching"));
  const answer = await ask(question, JSON.parse(history.value || "[]"), target, running.signal, () => submit(question, target));
  if (answer) {
    pending = null;
    heading.lang = answer.language;
    addHistory(question, answer.text);
    keep();
    announce(`${words("ready")} ${answer.text}`);
  }
  sendButton.removeAttribute("aria-disabled");
  running = null;
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

/** Keeps everything said, asked or half written, whenever the page is left. */
function keep() {
  remember({ html: answeredTurns(conversation), history: history.value, pending, draft: input.value });
}

function startAfresh(event) {
  event.preventDefault();
  running?.abort();
  pending = null;
  forget();
  conversation.replaceChildren();
  history.value = "[]";
  input.value = "";
  showConversation(false);
  window.history.replaceState(null, "", "/");
  input.focus();
}

function countDown() {
  const left = input.maxLength - input.value.length;
  counter.hidden = left > input.maxLength * 0.1;
  counter.textContent = counter.hidden ? "" : words("left", { count: left });
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = input.value.trim();
  if (!question || running) return;
  input.value = "";
  countDown();
  submit(question);
});

input.addEventListener("input", countDown);
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});

document.addEventListener("click", (event) => {
  const suggestion = event.target.closest("[data-ask]");
  if (!suggestion || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  submit(suggestion.dataset.ask);
});

/** Goes on with a conversation kept; a question that had no answer yet is asked again. */
function takeUp(kept) {
  if (!kept) return;
  conversation.innerHTML = kept.html;
  history.value = kept.history;
  input.value = kept.draft ?? "";
  if (kept.switched) switchLanguage(conversation);
  if (conversation.childElementCount) showConversation(true);
  submit(kept.pending);
}

newChat.addEventListener("click", startAfresh);
languageForm?.addEventListener("submit", (event) => {
  // Without a script the server answers again; with one, what has been said is kept and only changes its language.
  event.preventDefault();
  keep();
  window.location.assign(languageForm.dataset.languageForm);
});
window.addEventListener("pagehide", keep);
connectPanel();
connectAnswers(conversation);

if (conversation.childElementCount) {
  // The server has just answered (a shared link): that is the conversation now.
  showConversation(true);
  keep();
} else {
  takeUp(restore());
}
