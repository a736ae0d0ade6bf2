import { make } from "../script/dom.js";
import { avatar } from "./avatar.js";

const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const GROUP_MINUTES = 5;

/** Draws the entries of one conversation and keeps the newest in sight, unless the user reads further up. */
export class MessagesView {
  #scroller;
  #list;
  #jump;
  #me = "";
  #shown = { conversation: null, revision: 0, newFrom: null, count: 0 };
  #atEnd = true;

  constructor(scroller, list, jump) {
    this.#scroller = scroller;
    this.#list = list;
    this.#jump = jump;
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    jump.addEventListener("click", () => this.#toEnd("smooth"));
    // The keyboard of a phone makes the room smaller.
    new ResizeObserver(() => this.#atEnd && this.#toEnd()).observe(scroller);
  }

  draw(conversation, me) {
    this.#me = me;
    const { conversation: before, revision, newFrom } = this.#shown;
    if (before !== conversation) {
      this.#redraw(conversation);
      this.#toStart();
    } else if (revision !== conversation.revision || newFrom !== conversation.newFrom) {
      this.#redraw(conversation);
      this.#follow();
    } else if (this.#shown.count < conversation.entries.length) {
      const added = conversation.entries.slice(this.#shown.count);
      this.#append(conversation);
      this.#follow(added.some(entry => entry.user === me));
    }
  }

  #redraw(conversation) {
    this.#list.replaceChildren();
    this.#shown = { conversation, revision: conversation.revision, newFrom: conversation.newFrom, count: 0 };
    this.#append(conversation);
  }

  #append(conversation) {
    const { entries, newFrom } = conversation;
    for (let index = this.#shown.count; index < entries.length; index++) {
      const entry = entries[index];
      const previous = entries[index - 1];
      const newDay = previous?.at.toDateString() !== entry.at.toDateString();
      if (newDay) {
        this.#list.append(make("li", { className: "day", text: dayName(entry.at) }));
      }
      if (entry === newFrom) {
        this.#list.append(make("li", { className: "new", text: "New", "data-testid": "new-messages-line" }));
      }
      const follows = !newDay && entry !== newFrom && belongsTo(previous, entry);
      this.#list.append(entry.kind === "notice" ? notice(entry) : message(entry, follows, this.#me));
    }
    this.#shown.count = entries.length;
  }

  #follow(always = false) {
    if (this.#atEnd || always) {
      this.#toEnd();
    } else {
      this.#jump.hidden = false;
    }
  }

  #toStart() {
    this.#toEnd();
    this.#list.querySelector(".new")?.scrollIntoView({ block: "center" });
    this.#scrolled();
  }

  #toEnd(behavior = "instant") {
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior });
    this.#atEnd = true;
    this.#jump.hidden = true;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < 60;
    if (this.#atEnd) {
      this.#jump.hidden = true;
    }
  }
}

function belongsTo(previous, entry) {
  return previous?.kind === "message" && previous.user === entry.user && entry.at - previous.at < GROUP_MINUTES * 60_000;
}

function message(entry, follows, me) {
  const time = make("time", { text: TIME.format(entry.at), datetime: entry.at.toISOString(), title: FULL.format(entry.at) });
  const text = make("p", { className: "text", text: entry.text, "data-testid": "message-body" });
  const item = make("li", { className: follows ? "message follows" : "message", "data-testid": "message", "data-user": entry.user });
  if (follows) {
    item.append(time, make("div", { className: "body" }, make("span", { className: "for-screen-readers", text: `${entry.user}: ` }), text));
  } else {
    const name = make("strong", { text: entry.user, "data-testid": "message-user" });
    const byline = make("p", { className: "byline" }, name, time);
    if (entry.user === me) {
      name.after(make("span", { className: "tag", text: "you" }));
    }
    item.append(avatar(entry.user), make("div", { className: "body" }, byline, text));
  }
  return item;
}

function notice(entry) {
  return make("li", { className: "notice", text: entry.text, "data-testid": "notice" });
}

function dayName(date) {
  const today = new Date();
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) {
    return "Today";
  }
  return date.toDateString() === yesterday.toDateString() ? "Yesterday" : DAY.format(date);
}
