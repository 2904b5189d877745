// While somebody publishes: how far it is; the page is loaded anew at the end.

const running = document.querySelector("[data-running]");
const progress = running?.querySelector("[data-progress]");
const EVERY_MS = 2000;

async function look() {
  const found = await fetch(running.dataset.running)
    .then((response) => response.json())
    .catch(() => null);
  if (found && !found.running) {
    location.replace(location.pathname);
    return;
  }
  if (found && progress.textContent !== found.text) progress.textContent = found.text;
  setTimeout(look, EVERY_MS);
}

if (running) setTimeout(look, EVERY_MS);
