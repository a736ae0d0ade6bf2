import { paintAvatar } from "./avatar.js";
import { Composer } from "./composer.js";
import { LOBBY } from "./conversations.js";
import { Drawer } from "./drawer.js";
import { drawConversations, drawPeople } from "./lists-view.js";
import { MessagesView } from "./messages-view.js";

const byId = id => document.getElementById(id);

/** Draws what the conversations say, and hands what the user does to `actions`. */
export class Page {
  #conversations;
  #actions;
  #drawing = false;
  #messages = new MessagesView(byId("scroller"), byId("messages"), byId("jump"));
  #composer;
  #drawers;

  constructor(conversations, actions) {
    this.#conversations = conversations;
    this.#actions = actions;
    this.#composer = new Composer(actions);
    const drawer = (id, narrow) => new Drawer(byId(id), {
      opener: byId(`open-${id}`), closer: byId(`close-${id}`), scrim: byId("scrim"), narrow: `(max-width: ${narrow}px)`,
    });
    this.#drawers = [drawer("sidebar", 760), drawer("people", 1100)];
    byId("leave-room").addEventListener("click", () => actions.leave(conversations.current));
    byId("close-room").addEventListener("click", () => actions.close(conversations.current));
    byId("reopen-room").addEventListener("click", () => actions.reopen(conversations.current));
    this.#announcements();
  }

  /** Draws soon: however much changes at once, the page is drawn once. */
  draw() {
    if (!this.#drawing) {
      this.#drawing = true;
      queueMicrotask(() => {
        this.#drawing = false;
        this.#drawNow();
      });
    }
  }

  #drawNow() {
    const { rooms, privates, everybody, current, me, unread } = this.#conversations;
    const lists = { current, everybody, show: conversation => this.#show(conversation) };
    drawConversations(byId("rooms"), rooms, lists);
    drawConversations(byId("privates"), privates, lists);
    byId("no-privates").hidden = privates.length > 0;
    paintAvatar(byId("my-avatar"), me.user);
    byId("my-name").textContent = me.user || "…";
    byId("announce").hidden = !me.moderator;
    byId("unread-elsewhere").hidden = unread === 0;
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${current?.name ?? "…"} · Hubcast chat`;
    if (current) {
      this.#drawHeader(current);
      this.#drawPeople(current);
      this.#drawEmpty(current);
      this.#messages.draw(current, me.user);
      byId("typing").textContent = sentence(this.#conversations.sendable ? current.typists : []);
      this.#composer.draw(current, this.#conversations, this.#placeholder(current));
    }
  }

  #drawHeader({ isRoom, name, status, joined }) {
    const { me, online } = this.#conversations;
    byId("title").textContent = isRoom ? `# ${name}` : name;
    byId("topic").textContent = isRoom ? status.topic : "Only the two of you see this, and the server keeps no copy.";
    byId("close-room").hidden = !(isRoom && me.moderator && status.open);
    byId("reopen-room").hidden = !(isRoom && me.moderator && !status.open);
    byId("leave-room").hidden = !(isRoom && joined && name !== LOBBY);
    ["close-room", "reopen-room", "leave-room"].forEach(id => {
      byId(id).disabled = !online;
    });
  }

  #drawPeople({ isRoom, name, status }) {
    const { everybody, me } = this.#conversations;
    const here = isRoom ? status.people : everybody.filter(user => user === name || user === me.user);
    const elsewhere = everybody.filter(user => !here.includes(user));
    const options = { me: me.user, talk: user => this.#show(this.#conversations.privateWith(user)) };
    byId("here-title").textContent = isRoom ? "In this room" : "In this conversation";
    byId("elsewhere-title").hidden = elsewhere.length === 0;
    drawPeople(byId("here"), here, options);
    drawPeople(byId("elsewhere"), elsewhere, options);
  }

  #drawEmpty({ isRoom, name, entries }) {
    byId("empty").hidden = entries.length > 0;
    byId("empty-title").textContent = isRoom ? `Nothing was said in # ${name} yet` : `You and ${name}`;
    byId("empty-text").textContent = isRoom ? "Somebody has to begin." : "What you say here, nobody else hears.";
  }

  #placeholder(conversation) {
    const { isRoom, name, status } = conversation;
    if (!this.#conversations.online) {
      return `You can ${this.#conversations.writable ? "send" : "write"} again once the connection is back`;
    }
    if (!isRoom) {
      return this.#conversations.isHere(conversation) ? `Message ${name}` : `${name} is not here right now`;
    }
    return status.open ? `Message # ${name}` : "This room is closed";
  }

  async #show(conversation) {
    this.#drawers.forEach(drawer => drawer.close());
    await this.#actions.show(conversation);
    // On a phone, the keyboard would cover half of what the user wants to read.
    if (matchMedia("(hover: hover)").matches) {
      this.#composer.focus();
    }
  }

  #announcements() {
    const dialog = byId("announcement-dialog");
    byId("announce").addEventListener("click", () => dialog.showModal());
    byId("announcement-cancel").addEventListener("click", () => dialog.close());
    byId("announcement-form").addEventListener("submit", async event => {
      event.preventDefault();
      if (await this.#actions.announce(byId("announcement-text").value)) {
        event.target.reset();
        dialog.close();
      }
    });
  }
}

function sentence(typists) {
  if (typists.length > 2) {
    return "Several people are typing…";
  }
  return typists.length === 0 ? "\u00a0" : `${typists.join(" and ")} ${typists.length === 1 ? "is" : "are"} typing…`;
}
