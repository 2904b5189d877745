// The field for the question: sent with Enter, its length told before it is refused, never over what has the focus.

import { announce, words } from "./words.js";

/** Whether the question is longer than the server takes. */
export function tooLong(input) {
  return input.value.length > Number(input.dataset.limit);
}

export function connectComposer(composer) {
  const input = composer.elements.q;
  const counter = composer.querySelector("[data-counter]");
  input.addEventListener("input", () => tellLength(input, counter));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      composer.requestSubmit();
    }
  });
  // What is scrolled to, by the keyboard too, stops above the field however high that has grown.
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--composer", `${composer.offsetHeight}px`);
  }).observe(composer);
  tellLength(input, counter);
}

/** Nothing is cut off: what is too long stays to be shortened, and says by how much. */
function tellLength(input, counter) {
  const limit = Number(input.dataset.limit);
  const left = limit - input.value.length;
  counter.hidden = left > limit * 0.1;
  if (counter.hidden) counter.textContent = "";
  else counter.textContent = left < 0 ? words("over", { count: -left }) : words("left", { count: left });
  if (left < 0 && !counter.classList.contains("over")) announce(counter.textContent);
  counter.classList.toggle("over", left < 0);
  input.setAttribute("aria-invalid", String(left < 0));
}
