/** Makes an element. Text only ever becomes text, whoever wrote it. */
export function make(tag, { text, className, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

/** Brings a list's children in line with items, keeping those that stay: a redraw must not take the focus away. */
export function fill(list, items, keyOf, create, update) {
  const leftOver = new Map([...list.children].map(child => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const key = keyOf(item);
    const child = leftOver.get(key) ?? create(item);
    leftOver.delete(key);
    child.dataset.key = key;
    update(child, item);
    if (list.children[index] !== child) {
      list.insertBefore(child, list.children[index] ?? null);
    }
  });
  leftOver.forEach(child => child.remove());
}
