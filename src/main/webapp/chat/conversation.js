/** A room, or what one other person and the user say to each other: everything the page knows about it. */
export class Conversation {
  entries = [];
  unread = 0;
  /** The first entry that the user has not seen; the line "New" stands before it. */
  newFrom = null;
  /** Rises when something was put between older entries, so that a drawing of them is out of date. */
  revision = 0;
  draft = "";
  joined = false;
  status = { topic: "", open: true, people: [], version: 0 };
  #typists = new Map();
  #ids = new Set();

  constructor(kind, name) {
    this.kind = kind;
    this.name = name;
    this.key = `${kind}:${name}`;
  }

  get isRoom() {
    return this.kind === "room";
  }

  /** The id of the newest message, which the server is told in order to send only what came after it. */
  get lastSeen() {
    return Math.max(0, ...this.#ids);
  }

  /** Takes a room's status unless it is older than the known one. */
  update(status) {
    if (status.version >= this.status.version) {
      this.status = status;
    }
  }

  /** Adds a message; false if it was there already, from the history or from a broadcast. */
  addMessage({ id, user, text, at }) {
    if (id !== undefined && this.#ids.has(id)) {
      return false;
    }
    const entry = { kind: "message", id, user, text, at: new Date(at) };
    let place = this.entries.length;
    while (id !== undefined && place > 0 && this.entries[place - 1].id > id) {
      place--;
    }
    if (place < this.entries.length) {
      this.revision++;
    }
    this.entries.splice(place, 0, entry);
    this.#ids.add(id ?? 0);
    this.stopTyping(user);
    return entry;
  }

  addNotice(text) {
    this.entries.push({ kind: "notice", text, at: new Date() });
  }

  markUnread(entry) {
    this.newFrom ??= entry;
    this.unread++;
  }

  /** Somebody types; it is forgotten by itself, since nobody says when they stop. */
  startTyping(user, forgotten) {
    clearTimeout(this.#typists.get(user));
    this.#typists.set(user, setTimeout(() => {
      this.#typists.delete(user);
      forgotten();
    }, 3500));
  }

  stopTyping(user) {
    clearTimeout(this.#typists.get(user));
    this.#typists.delete(user);
  }

  get typists() {
    return [...this.#typists.keys()];
  }
}
