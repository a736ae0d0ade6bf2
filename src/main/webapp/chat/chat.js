import { Connection, readable } from "../script/connection.js";
import { toast } from "../script/toast.js";
import { Conversations, LOBBY } from "./conversations.js";
import { announcement, Banner, speak } from "./notices.js";
import { Page } from "./page.js";

const STATES = {
  connecting: "Connecting…",
  online: "Online",
  reconnecting: "Reconnecting…",
  closed: "Offline",
  "logged-out": "Logged out",
};

const conversations = new Conversations();
let beenOnline = false;

/* What the hub tells: each handler is a method of ChatClient.java. */

const handlers = {
  said: message => received(conversations.room(message.room), message),
  whispered: ({ from, to, text, at }) => {
    const other = from === conversations.me.user ? to : from;
    received(conversations.privateWith(other), { user: from, text, at });
  },
  typing: (room, user) => {
    conversations.room(room).startTyping(user, () => page.draw());
    page.draw();
  },
  roomChanged: status => {
    conversations.room(status.name).update(status);
    page.draw();
  },
  roomClosed: (room, by) => noticed(conversations.room(room), `${by} closed the room.`),
  roomReopened: (room, by) => noticed(conversations.room(room), `${by} reopened the room.`),
  announced: announcement,
};

function received(conversation, message) {
  const entry = conversation.addMessage(message);
  if (!entry) {
    return;
  }
  if (message.user !== conversations.me.user) {
    if (conversations.isRead(conversation)) {
      speak(`${message.user}: ${message.text}`);
    } else {
      conversation.markUnread(entry);
    }
  }
  page.draw();
}

function noticed(room, text) {
  room.addNotice(text);
  if (room === conversations.current) {
    speak(text);
  }
  page.draw();
}

/* What the hub is asked: each call is a method of ChatHub.java. */

/** Runs each time the hub is reached: a new connection is in no room, and has missed what was said meanwhile. */
async function enter() {
  const welcome = await connection.invoke("hello");
  if (beenOnline && welcome.user !== conversations.me.user) {
    // Somebody else has logged in meanwhile, in another window of this browser.
    location.reload();
    return;
  }
  conversations.me = welcome;
  welcome.rooms.forEach(status => conversations.room(status.name).update(status));
  const wanted = beenOnline ? conversations.joined : [conversations.room(LOBBY), ...conversations.remembered];
  let missed = 0;
  for (const room of new Set(wanted)) {
    missed += await join(room);
  }
  if (beenOnline) {
    banner.back(missed);
  } else {
    conversations.turnTo(conversations.room(LOBBY));
    beenOnline = true;
  }
}

async function join(room) {
  const returns = room.joined;
  const { messages, gap } = await connection.invoke("join", room.name, room.lastSeen);
  if (gap) {
    room.addNotice("More was said than the room keeps: some messages are missing here.");
  }
  const added = messages.map(message => room.addMessage(message)).filter(Boolean);
  if (returns && !conversations.isRead(room)) {
    added.filter(entry => entry.user !== conversations.me.user).forEach(entry => room.markUnread(entry));
  }
  room.joined = true;
  conversations.remember();
  page.draw();
  return added.length;
}

async function attempt(method, ...values) {
  try {
    await connection.invoke(method, ...values);
    return true;
  } catch (error) {
    toast(readable(error));
    return false;
  }
}

const actions = {
  send: (conversation, text) => attempt(conversation.isRoom ? "say" : "whisper", conversation.name, text),
  typing: conversation => conversation.isRoom && connection.send("typing", conversation.name),
  close: room => attempt("closeRoom", room.name),
  reopen: room => attempt("reopenRoom", room.name),

  async show(conversation) {
    conversations.turnTo(conversation);
    page.draw();
    if (conversation.isRoom && !conversation.joined && conversations.online) {
      await join(conversation).catch(error => toast(readable(error)));
    }
  },

  async leave(room) {
    if (await attempt("leave", room.name)) {
      room.joined = false;
      room.unread = 0;
      conversations.remember();
      conversations.turnTo(conversations.room(LOBBY));
      page.draw();
    }
  },

  /** By plain HTTP: the REST resource knows nothing of the hub, yet everybody hears it. */
  async announce(text) {
    try {
      const response = await fetch("../api/announcements", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text }),
      });
      if (!response.ok) {
        toast(response.status === 403 ? "Only a moderator may announce something." : "The announcement did not get through.");
      }
      return response.ok;
    } catch (error) {
      console.error(error);
      toast("The server does not answer.");
      return false;
    }
  },
};

/* Logging out ends the session, and with it the connections of this browser's other windows, which need not wait to see that. */

const windows = new BroadcastChannel("hubcast.chat");
windows.addEventListener("message", () => location.reload());

document.getElementById("logout").addEventListener("submit", async event => {
  event.preventDefault();
  try {
    await fetch(event.target.action, { method: "POST" });
    windows.postMessage("logged out");
    location.assign("../login/");
  } catch (error) {
    console.error(error);
    toast("The server does not answer: you are still logged in.");
  }
});

/* How the connection is doing. */

function connectionChanged(state, { retryAt, reason } = {}) {
  conversations.online = state === "online";
  conversations.reconnecting = state === "reconnecting";
  document.getElementById("app").dataset.connection = state;
  document.getElementById("connection-state").textContent = STATES[state];
  banner.tell(state, { retryAt, reason, beenOnline });
  page.draw();
}

const connection = new Connection("../hubs/chat", { handlers, enter, changed: connectionChanged });
const banner = new Banner({ reconnect: () => connection.start() });
const page = new Page(conversations, actions);

document.addEventListener("visibilitychange", () => {
  if (conversations.current && !document.hidden) {
    conversations.current.unread = 0;
    page.draw();
  }
});
connection.start();
