// Elements of the widget. What an answer says becomes text, never markup, so a host page may require trusted types.

/** An element with attributes and children; null attributes and children are left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Words that only a screen reader says. */
export function unseen(text) {
  return make("span", { class: "unseen" }, text);
}

/** A link that leaves the host page where it is. */
export function leading(href, attributes, newTab, ...children) {
  return make("a", { href, target: "_blank", rel: "noopener", ...attributes }, ...children, unseen(` ${newTab}`));
}
