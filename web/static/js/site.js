// On every page: the theme changes in place; without this script the same form reloads the page.

const form = document.querySelector("[data-theme-form]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const theme = event.submitter.value;
  document.documentElement.dataset.theme = theme;
  form.querySelector(`button:not([value="${theme}"])`).focus();
  const body = new URLSearchParams({ tema: theme, next: "/healthz" });
  fetch(form.action, { method: "POST", body }).catch(() => {});
});
