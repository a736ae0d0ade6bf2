import { Conversation } from "./conversation.js";

export const LOBBY = "lobby";

/** All rooms and private conversations, who the user is, and which conversation they look at. */
export class Conversations {
  me = { user: "", moderator: false };
  current = null;
  online = false;
  reconnecting = false;
  #rooms = new Map();
  #privates = new Map();

  get rooms() {
    return [...this.#rooms.values()];
  }

  get privates() {
    return [...this.#privates.values()];
  }

  get joined() {
    return this.rooms.filter(room => room.joined);
  }

  /** Everybody who is connected is in the lobby. */
  get everybody() {
    return this.room(LOBBY).status.people;
  }

  get unread() {
    return [...this.rooms, ...this.privates].reduce((sum, conversation) => sum + conversation.unread, 0);
  }

  room(name) {
    return conversationIn(this.#rooms, "room", name);
  }

  privateWith(user) {
    return conversationIn(this.#privates, "private", user);
  }

  isRead(conversation) {
    return conversation === this.current && !document.hidden;
  }

  /** Makes a conversation the one that the user looks at. */
  turnTo(conversation) {
    if (this.current && this.current !== conversation) {
      this.current.newFrom = null;
    }
    this.current = conversation;
    conversation.unread = 0;
  }

  /** Whether the user can write in the conversation that they look at; for a lost connection that is about to come back they need not stop. */
  get writable() {
    const { isRoom, joined, status } = this.current;
    return (this.online || this.reconnecting) && (isRoom ? joined && status.open : this.isHere(this.current));
  }

  /** Whether what they write gets through now. */
  get sendable() {
    return this.online && this.writable;
  }

  isHere(privateConversation) {
    return this.everybody.includes(privateConversation.name);
  }

  /** Keeps the joined rooms for the next time the page is loaded. */
  remember() {
    localStorage.setItem(this.#memory, JSON.stringify(this.joined.map(room => room.name)));
  }

  get remembered() {
    const names = JSON.parse(localStorage.getItem(this.#memory) ?? "[]");
    return names.filter(name => this.#rooms.has(name)).map(name => this.room(name));
  }

  get #memory() {
    return `hubcast.chat.rooms.${this.me.user}`;
  }
}

function conversationIn(map, kind, name) {
  if (!map.has(name)) {
    map.set(name, new Conversation(kind, name));
  }
  return map.get(name);
}
