import { fill, make } from "../script/dom.js";
import { avatar } from "./avatar.js";

const LOCK = "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z";

/** Draws rooms or private conversations, each as a button that shows it. */
export function drawConversations(list, conversations, { current, everybody, show }) {
  fill(list, conversations, conversation => conversation.key, conversation => {
    const button = make("button", { className: "entry", "data-testid": `${conversation.kind}-${conversation.name}` });
    button.append(
      conversation.isRoom ? make("span", { className: "sign", text: "#", "aria-hidden": "true" }) : avatar(conversation.name),
      make("span", { className: "name", text: conversation.name }),
      make("span", { className: "marks" }));
    button.addEventListener("click", () => show(conversation));
    return make("li", {}, button);
  }, (item, conversation) => {
    const button = item.firstElementChild;
    button.classList.toggle("unread", conversation.unread > 0);
    button.classList.toggle("other", conversation.isRoom && !conversation.joined);
    button.classList.toggle("away", !conversation.isRoom && !everybody.includes(conversation.name));
    if (conversation === current) {
      button.setAttribute("aria-current", "true");
    } else {
      button.removeAttribute("aria-current");
    }
    button.lastElementChild.replaceChildren(...marks(conversation));
  });
}

function marks(conversation) {
  const { status, unread, isRoom, joined } = conversation;
  const marks = [];
  if (isRoom && !status.open) {
    marks.push(icon(LOCK), make("span", { className: "for-screen-readers", text: "closed" }));
  }
  if (unread > 0) {
    marks.push(make("span", { className: "badge", text: unread > 99 ? "99+" : unread, "data-testid": "unread" }),
      make("span", { className: "for-screen-readers", text: "unread" }));
  } else if (isRoom && !joined) {
    marks.push(make("span", { className: "join", text: "Join" }));
  } else if (isRoom) {
    marks.push(make("span", { className: "people-count", text: status.people.length, title: status.people.join(", ") }));
  }
  return marks;
}

/** Draws people, each as a button that opens a private conversation. */
export function drawPeople(list, people, { me, talk }) {
  fill(list, people, user => user, user => {
    const button = make("button", { className: "entry", "data-testid": `person-${user}` }, avatar(user),
      make("span", { className: "name", text: user }));
    if (user === me) {
      button.disabled = true;
      button.append(make("span", { className: "tag", text: "you" }));
    } else {
      button.title = `Talk to ${user} in private`;
      button.addEventListener("click", () => talk(user));
    }
    return make("li", {}, button);
  }, () => {});
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
