// On every page: theme and size of type change in place; without this script the same form reloads the page.

const form = document.querySelector("[data-looks]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, value } = event.submitter;
  document.documentElement.dataset[name === "tema" ? "theme" : "type"] = value;
  form.querySelector(`button[name="${name}"]:not([value="${value}"])`).focus();
  const body = new URLSearchParams({ [name]: value, next: "/healthz" });
  fetch(form.action, { method: "POST", body }).catch(() => {});
});
