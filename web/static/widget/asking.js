// Asks the service: no cookie goes along, and nothing is stored on the host page.

import { readEvents } from "../js/events.js";

const TURNS = 5; // of before that a follow-up question is understood with
const CHARACTERS = 1500; // of each

/** The whole answer; `onSentence` is called with each sentence and its citations as they come in.

Throws an Error whose message is the service's own, or "" where it could not be reached. */
export async function askService(site, question, history, language, onSentence) {
  const response = await fetch(`${site}/api/ask/stream`, {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json", "Accept-Language": language },
    body: JSON.stringify({ question, history }),
  }).catch(() => { throw new Error(""); });
  if (!response.ok) throw new Error(await refusal(response));
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "sentence") onSentence(data.sentence, data.citations);
    if (name === "answer") return data.answer;
    if (name === "error") throw new Error(data.error.message);
  }
  throw new Error("");
}

/** The history with this answer at its end. */
export function continued(history, question, answer) {
  return [...history, { question: beginning(question), answer: beginning(answer.text) }].slice(-TURNS);
}

/** Counted in whole characters: half an emoji is no text. */
function beginning(text) {
  return [...text].slice(0, CHARACTERS).join("");
}

async function refusal(response) {
  const body = await response.json().catch(() => null);
  return body?.error?.message ?? "";
}
