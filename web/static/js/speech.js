// Reads an answer aloud with the voices of the browser; where none speaks the language, there is no button (answer.css).

let button = null;

export function connectSpeech(conversation) {
  if (!("speechSynthesis" in window)) return;
  window.speechSynthesis.addEventListener("voiceschanged", nameVoices);
  nameVoices();
  window.addEventListener("pagehide", () => window.speechSynthesis.cancel());
  conversation.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-speak]");
    if (!pressed) return;
    const again = pressed === button;
    stop();
    if (!again) speak(pressed);
  });
}

function nameVoices() {
  const languages = window.speechSynthesis.getVoices().map((voice) => voice.lang.slice(0, 2).toLowerCase());
  document.documentElement.dataset.voices = [...new Set(languages)].join(" ");
}

/** Piece by piece: some browsers fall silent in a long one. */
function speak(pressed) {
  const spoken = pressed.closest("[data-answer]").querySelector("[data-spoken]").cloneNode(true);
  spoken.querySelectorAll(".cite, svg").forEach((mark) => mark.remove());
  const pieces = [...spoken.querySelectorAll("p, h3, caption, tr, .quote-text")].filter((piece) => !piece.closest("p p"));
  button = pressed;
  label(pressed, pressed.dataset.stop);
  pressed.setAttribute("aria-pressed", "true");
  for (const piece of pieces) say(piece, pressed.dataset.speak);
  const last = new SpeechSynthesisUtterance("");
  last.addEventListener("end", stop);
  window.speechSynthesis.speak(last);
}

function say(piece, language) {
  const cells = piece.matches("tr") ? [...piece.children].map((cell) => cell.textContent).join(", ") : piece.textContent;
  const utterance = new SpeechSynthesisUtterance(cells.replace(/\s+/g, " ").trim());
  utterance.lang = piece.closest("[lang]")?.lang || language;
  window.speechSynthesis.speak(utterance);
}

function stop() {
  window.speechSynthesis.cancel();
  if (!button) return;
  label(button, button.dataset.start);
  button.removeAttribute("aria-pressed");
  button = null;
}

function label(pressed, text) {
  const span = pressed.querySelector("span");
  pressed.dataset.start ??= span.textContent;
  span.textContent = text;
}
