import { make } from "../script/dom.js";

/** A person's picture: their initial in their colour. */
export function avatar(user) {
  return paintAvatar(make("span", { className: "avatar", "aria-hidden": "true" }), user);
}

export function paintAvatar(element, user) {
  element.textContent = [...user][0] ?? "";
  element.style.setProperty("--hue", hueOf(user));
  return element;
}

/** The same name has the same colour in every window: FNV-1a over the name. */
export function hueOf(user) {
  let hash = 2166136261;
  for (const character of user) {
    hash = Math.imul(hash ^ character.codePointAt(0), 16777619) >>> 0;
  }
  return hash % 360;
}
