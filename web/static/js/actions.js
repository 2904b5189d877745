// What one can do with an answer: copy it, rate it. Delegated, so that it holds for answers to come.

import { base } from "./address.js";
import { announce, messageOf } from "./words.js";

export function connectAnswers(conversation) {
  document.documentElement.classList.add("scripted");
  conversation.addEventListener("click", (event) => {
    const copyButton = event.target.closest("[data-copy]");
    if (copyButton) copy(copyButton, textOf(copyButton.closest("[data-answer]")));
    const link = event.target.closest("[data-share]");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      copy(link, link.href);
    }
    const commentButton = event.target.closest("[data-send-comment]");
    if (commentButton) sendComment(commentButton.form);
  });
  conversation.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-feedback]");
    if (!form) return;
    event.preventDefault();
    rate(form, event.submitter);
  });
}

/** Question, answer and sources, with the address where all of it can be checked. */
function textOf(answer) {
  const text = answer.querySelector("[data-copy-text]").content.textContent;
  const link = answer.querySelector("[data-share]");
  return link ? `${text}\n\n${link.href}` : text;
}

async function copy(button, text) {
  const label = button.querySelector("span");
  const before = label.dataset.text ?? label.textContent;
  label.dataset.text = before;
  label.textContent = await toClipboard(text).then(() => button.dataset.done, () => button.dataset.failed);
  button.focus();
  announce(label.textContent);
  setTimeout(() => { label.textContent = before; }, 2500);
}

async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Over plain HTTP a page has no clipboard, but may copy what is selected.
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("not copied");
}

async function rate(form, button) {
  if (!(await send(form, button.value))) return;
  form.dataset.rating = button.value;
  form.querySelectorAll("[name=rating]").forEach((other) => {
    other.setAttribute("aria-pressed", String(other === button));
  });
  const comment = form.querySelector("[data-comment]");
  comment.hidden = button.value !== "down";
  if (!comment.hidden) comment.querySelector("textarea").focus();
  thank(form, comment.hidden);
}

async function sendComment(form) {
  if (!(await send(form, form.dataset.rating))) return;
  form.querySelector("[data-comment]").hidden = true;
  thank(form, true);
}

function thank(form, done) {
  const thanks = form.querySelector("[data-thanks]");
  thanks.hidden = !done;
  if (done) announce(thanks.textContent);
}

/** Whether it was stored; when it was not, the form says why. */
async function send(form, rating) {
  const fields = Object.fromEntries(new FormData(form));
  const response = await fetch(`${base}/api/feedback`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...fields, rating }),
  }).catch(() => null);
  const stored = Boolean(response?.ok);
  const refused = form.querySelector("[data-refused]");
  refused.hidden = stored;
  refused.textContent = stored ? "" : await messageOf(response);
  return stored;
}
