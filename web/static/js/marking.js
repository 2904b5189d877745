// Words marked in a document become words that an answer must say.

const source = document.querySelector("[data-source]");
const expected = document.querySelector("[data-expected]");
const take = document.querySelector("[data-take]");

if (source && take) {
  const taken = take.querySelector("[data-taken]");
  take.hidden = false;
  // Not read-only: then Shift and the arrow keys would mark nothing.
  source.addEventListener("beforeinput", (event) => event.preventDefault());
  take.querySelector("button").addEventListener("click", () => {
    const marked = source.value.slice(source.selectionStart, source.selectionEnd).replace(/\s+/g, " ").trim();
    if (!marked) {
      taken.textContent = taken.dataset.none;
      return;
    }
    const before = expected.value.trimEnd();
    expected.value = before ? `${before}\n${marked}` : marked;
    taken.textContent = taken.dataset.text.replace("{words}", marked.length > 60 ? `${marked.slice(0, 59)}…` : marked);
  });
}
