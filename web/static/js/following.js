// Further questions below the newest answer, asked for when it is there: each is one that the documents answer.

/** Fills the list of the answer at `address`; it stays hidden where there is none. */
export async function showFollowUps(turn, address) {
  const list = turn?.querySelector("[data-next]");
  if (!address || !list?.hidden) return;
  const found = await fetch(`${address}/next`).then((response) => (response.ok ? response.json() : null)).catch(() => null);
  if (!found?.questions.length || !list.isConnected) return;
  list.querySelector("ul").replaceChildren(...found.questions.map((question) => line(question, list)));
  list.hidden = false;
}

function line(question, list) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${list.dataset.next}${encodeURIComponent(question)}`;
  link.dataset.ask = question;
  link.textContent = question;
  item.append(link);
  return item;
}
