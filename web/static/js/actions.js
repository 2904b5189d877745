// What one can do with an answer: copy it, rate it. Delegated, so that it holds for answers to come.

import { words, announce } from "./words.js";

export function connectAnswers(conversation) {
  document.documentElement.classList.add("scripted");
  conversation.addEventListener("click", (event) => {
    const copyButton = event.target.closest("[data-copy]");
    if (copyButton) copy(copyButton);
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

async function copy(button) {
  const text = button.closest("[data-answer]").querySelector("[data-copy-text]").content.textContent;
  const label = button.querySelector("span");
  const before = label.dataset.text ?? label.textContent;
  label.dataset.text = before;
  label.textContent = await navigator.clipboard.writeText(text).then(() => words("copied"), () => words("copy_failed"));
  announce(label.textContent);
  setTimeout(() => { label.textContent = before; }, 2500);
}

async function rate(form, button) {
  form.querySelectorAll("[name=rating]").forEach((other) => {
    other.setAttribute("aria-pressed", String(other === button));
  });
  form.dataset.rating = button.value;
  if (!(await send(form))) return;
  const comment = form.querySelector("[data-comment]");
  comment.hidden = button.value !== "down";
  if (!comment.hidden) comment.querySelector("textarea").focus();
  thank(form, comment.hidden);
}

async function sendComment(form) {
  if (!(await send(form))) return;
  form.querySelector("[data-comment]").hidden = true;
  thank(form, true);
}

function thank(form, done) {
  const thanks = form.querySelector("[data-thanks]");
  thanks.hidden = !done;
  if (done) announce(thanks.textContent);
}

async function send(form) {
  const fields = Object.fromEntries(new FormData(form));
  const response = await fetch("/api/feedback", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...fields, rating: form.dataset.rating }),
  }).catch(() => null);
  if (!response?.ok) announce(words("offline"));
  return Boolean(response?.ok);
}
