import { make } from "./dom.js";

/** Tells for a few seconds that something went wrong. */
export function toast(text) {
  const element = make("div", { className: "toast", "data-testid": "toast" }, make("span", { text }), dismiss("Dismiss"));
  document.getElementById("toasts").append(element);
  setTimeout(() => element.remove(), 7000);
}

/** A button that takes away what it stands in. */
export function dismiss(label) {
  const button = make("button", { className: "icon-button", "aria-label": label, text: "×", "data-testid": "dismiss" });
  button.addEventListener("click", () => button.parentElement.remove());
  return button;
}
