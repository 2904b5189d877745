// Uploads in the page: dropped or chosen, one after the other, each with its progress and what became of it.
// Without this script the same form sends all files at once and shows the same as a page.

const form = document.querySelector("[data-upload]");
const input = form?.querySelector('input[type="file"]');
const list = form?.querySelector("[data-uploads]");
const said = form?.querySelector("[data-said]");

const text = (key, values = {}) => form.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function line(name) {
  const item = document.createElement("li");
  const bar = document.createElement("progress");
  const state = document.createElement("span");
  item.className = "said";
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  item.append(`${name}: `, state, bar);
  list.append(item);
  return { item, bar, state };
}

function fail(row, reason) {
  row.bar.remove();
  row.item.classList.add("wrong");
  row.state.textContent = reason;
  return false;
}

function succeed(row, file) {
  const link = document.createElement("a");
  link.href = document.documentElement.dataset.base + file.href;
  link.textContent = file.title;
  row.bar.remove();
  row.state.replaceChildren(link, `: ${[text("added"), ...file.problems].join("; ")}`);
  return true;
}

/** Resolves to whether the file was added. */
function send(file) {
  const row = line(file.name);
  if (file.size > Number(form.dataset.limit) * 1e6) return fail(row, text("large", { limit: form.dataset.limit }));
  const body = new FormData(form);
  body.delete("files");
  body.append("files", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      row.bar.value = loaded / total;
      row.state.textContent =
        loaded < total ? text("sending", { percent: Math.floor((100 * loaded) / total) }) : text("reading");
    });
    request.addEventListener("error", () => resolve(fail(row, text("failed"))));
    request.addEventListener("load", () => {
      let answer;
      try {
        answer = JSON.parse(request.responseText).files[0];
      } catch {
        resolve(fail(row, text(request.status === 413 ? "large" : "ended", { limit: form.dataset.limit })));
        return;
      }
      resolve(answer.href ? succeed(row, answer) : fail(row, answer.reason));
    });
    request.send(body);
  });
}

async function sendAll(files) {
  const button = form.querySelector("button");
  let added = 0;
  button.disabled = true;
  for (const file of files) added += await send(file);
  button.disabled = false;
  input.value = "";
  said.textContent = text("summary", { added, failed: files.length - added });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  sendAll([...input.files]);
});

const drop = form?.querySelector("[data-drop]");
for (const kind of ["dragenter", "dragover"]) {
  drop?.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop?.addEventListener("dragleave", () => drop.classList.remove("over"));
drop?.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  sendAll([...event.dataTransfer.files]);
});
