import { make } from "./dom.js";

const PAGES = ["Chat", "Sales", "Process", "Streams", "Todo", "Mail"];

const icon = make("img", { src: "../style/icon.svg", width: 28, height: 28, alt: "" });
const home = make("a", { className: "home", href: "../", "aria-label": "Hubcast, all pages" }, icon, make("strong", { text: "Hubcast" }));

function link(name) {
  const path = `../${name.toLowerCase()}/`;
  const isHere = location.pathname.startsWith(new URL(path, location).pathname);
  return make("a", { text: name, href: path, ...isHere ? { "aria-current": "page" } : {} });
}

// What stands at the head of all pages but the chat, which fills its window.
document.getElementById("masthead")
  .replaceChildren(make("div", {}, home, make("nav", { "aria-label": "Showcase" }, ...PAGES.map(link))));
