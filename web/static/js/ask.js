// One question: sent, shown as it comes in, replaced by the whole answer.

import { words, messageOf } from "./words.js";
import { base } from "./address.js";
import { readEvents } from "./events.js";

/** Streams the answer into `turn`; {answer, address}, or null when it failed or was given up.

`said`: {history, after}, what was said before the question. */
export async function ask(question, said, turn, signal, retry) {
  turn.querySelectorAll(".waiting, .notice.problem").forEach((part) => part.remove());
  const waiting = document.querySelector("template[data-waiting]").content.cloneNode(true).firstElementChild;
  turn.append(waiting);
  try {
    return await stream(question, said, waiting, signal);
  } catch (error) {
    if (signal.aborted) return null;
    fail(waiting, error instanceof Told ? error.message : words("offline"), retry);
    return null;
  }
}

/** A failure the server has put into words. */
class Told extends Error {}

async function stream(question, { history, after }, waiting, signal) {
  const query = new URLSearchParams({ html: "true", ...(after && { after }) });
  const response = await fetch(`${base}/api/ask/stream?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, history }),
    signal,
  });
  if (!response.ok) throw new Told(await messageOf(response));
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "answer") {
      waiting.outerHTML = data.html;
      return { answer: data.answer, address: data.address && base + data.address };
    }
    if (name === "error") throw new Told(data.error.message);
    show(waiting, name, data);
  }
  throw new Told(words("stopped"));
}

function show(waiting, name, data) {
  const step = waiting.querySelector("[data-step]");
  if (name === "status") step.textContent = words(`step.${data.step}`);
  if (name === "passages") {
    const documents = new Set(data.passages.map((passage) => passage.document_id)).size;
    step.textContent = words("reading", { passages: data.passages.length, documents });
  }
  if (name === "sentence") waiting.querySelector("[data-partial]").insertAdjacentHTML("beforeend", data.html);
}

function fail(waiting, message, retry) {
  const notice = document.querySelector("template[data-failed]").content.cloneNode(true).firstElementChild;
  notice.setAttribute("role", "alert");
  notice.querySelector("[data-message]").textContent = message;
  notice.querySelector("[data-retry]").addEventListener("click", retry);
  waiting.replaceWith(notice);
}
