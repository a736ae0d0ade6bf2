import { Connection } from "../script/connection.js";
import { stateSign } from "../script/state-sign.js";
import { toast } from "../script/toast.js";
import { ListView } from "./list-view.js";
import { Table } from "./table.js";

const byId = id => document.getElementById(id);

const table = new Table("../tables/todoitems", id => view.draw(id));
const showState = stateSign(byId("state"));

const actions = {
  complete: (id, completed) => attempt(() => table.complete(id, completed)),
  remove: id => attempt(() => table.remove(id)),
  /** Gives back null if that worked, "conflict" if somebody else was faster. */
  save: async item => {
    try {
      await table.save(item);
      return null;
    } catch (error) {
      if (error.status === 409) {
        return "conflict";
      }
      tell(error);
      return error.status === 404 ? null : "failure";
    }
  },
};
const view = new ListView(table, actions);

byId("new-form").addEventListener("submit", async event => {
  event.preventDefault();
  const input = byId("new");
  const title = input.value.trim();
  if (title) {
    input.value = "";
    // What did not get through is not lost.
    if (!await attempt(() => table.add(title)) && !input.value) {
      input.value = title;
    }
  }
});

byId("toggle-all").addEventListener("change", ({ target }) => {
  const { checked } = target;
  attempt(() => Promise.all(table.all.map(({ id }) => table.complete(id, checked))));
});

byId("clear").addEventListener("click", () =>
  attempt(() => Promise.all(table.all.filter(item => item.completed).map(({ id }) => table.remove(id)))));

async function attempt(what) {
  try {
    await what();
    return true;
  } catch (error) {
    tell(error);
    view.draw(null);
    return false;
  }
}

function tell(error) {
  console.error(error);
  toast(error.status === 404 ? "It was deleted by somebody else meanwhile." : "That did not get through. Please try again.");
}

/* What the hub tells; it has nothing to be asked. */

const connection = new Connection("../servicehub", {
  handlers: { ServiceChange: change => table.hear(change) },
  enter: () => table.fetch(),
  changed: state => {
    showState(state);
    byId("new").disabled = state !== "online";
    view.online = state === "online";
  },
});
connection.start();
