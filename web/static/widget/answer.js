// An answer of the interface as elements: its sentences with marks, and the sources that the marks lead to.

import { leading, make, unseen } from "./make.js";

/** `site`: where the service begins; `texts`: in the language of the answer. */
export function showAnswer(answer, site, texts) {
  const parts = answer.outcome === "answered" ? answered(answer, site, texts) : refused(answer, site, texts);
  const understood = answer.understood_as && make("p", { class: "soft" }, `${texts.understood} ${answer.understood_as}`);
  return make("div", { class: "answer", lang: answer.language }, understood || null, ...parts);
}

/** A sentence with the marks of its citations, [1], each a link to the quote in its document. */
export function showSentence(sentence, citations, site, texts, isShort = false) {
  const numbered = citations.filter((citation) => sentence.citations.includes(citation.number));
  const marks = numbered.flatMap((citation) => [" ", mark(citation, site, texts)]);
  return make("p", { class: isShort ? "short" : null }, sentence.text, ...marks);
}

function answered(answer, site, texts) {
  let part = null;
  const sentences = answer.sentences.flatMap((sentence, index) => {
    const heading = sentence.part && sentence.part !== part ? [make("p", { class: "part" }, sentence.part)] : [];
    part = sentence.part;
    const isShort = index === 0 && answer.short_answer !== null;
    return [...heading, showSentence(sentence, answer.citations, site, texts, isShort)];
  });
  const missing = answer.unanswered.length > 0;
  return [
    ...sentences,
    missing ? make("p", { class: "soft" }, `${texts.unanswered} ${answer.unanswered.join(", ")}`) : null,
    make("p", { class: "head" }, texts.sources),
    sources(answer.citations, site, texts),
  ];
}

function refused(answer, site, texts) {
  const closest = answer.closest.length > 0;
  return [
    make("p", {}, answer.text),
    closest ? make("p", { class: "head" }, texts.closest) : null,
    closest ? quotes(answer.closest, site, texts) : null,
    answer.suggestions.length > 0 && !closest ? make("p", { class: "soft" }, answer.suggestions[0]) : null,
  ];
}

function mark(citation, site, texts) {
  const name = `${texts.source} ${citation.number}: ${citation.title} ${texts.newTab}`;
  const attributes = { class: "mark", title: citation.title, "aria-label": name };
  return leading(quoteAddress(citation, site), attributes, texts.newTab, String(citation.number));
}

/** A document that is quoted twice is named once; its link leads to the first of its quotes. */
function sources(citations, site, texts) {
  const documents = new Map();
  for (const citation of citations) {
    documents.set(citation.document_id, [...(documents.get(citation.document_id) ?? []), citation]);
  }
  return make("ul", { class: "sources" }, ...[...documents.values()].map((quoted) => make("li", {},
    leading(quoteAddress(quoted[0], site), {}, texts.newTab, unseen(`${texts.source} `),
      make("b", {}, `${quoted.map((citation) => citation.number).join(", ")} `), quoted[0].title),
    about(quoted[0], texts))));
}

function quotes(citations, site, texts) {
  return make("ul", { class: "sources" }, ...citations.map((citation) => make("li", {},
    make("q", {}, citation.quote), " ",
    leading(quoteAddress(citation, site), {}, texts.newTab, citation.title),
    about(citation, texts))));
}

function about(citation, texts) {
  const page = citation.page && texts.page.replace("{page}", citation.page);
  const said = [citation.publisher, day(citation, texts), page, citation.place].filter(Boolean).join(" · ");
  return said ? make("span", { class: "about" }, said) : null;
}

function day(citation, texts) {
  if (!citation.published) return null;
  const format = new Intl.DateTimeFormat(texts.language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(citation.published));
}

/** Where the document is shown with the quote highlighted. */
function quoteAddress(citation, site) {
  const id = citation.document_id.split("/").map(encodeURIComponent).join("/");
  return `${site}/documents/${id}?start=${citation.start}&end=${citation.end}#kutipan`;
}
