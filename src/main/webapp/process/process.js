import { ask } from "../script/rest.js";
import { toast } from "../script/toast.js";
import { Listener } from "./listener.js";
import { Run } from "./run.js";

const byId = id => document.getElementById(id);

const run = new Run();
let listener;

/** Shows the process whose queue the address names, from the first message that its queue still keeps. */
function listen() {
  listener?.close();
  const queueId = location.hash.slice(1);
  if (queueId) {
    run.begin(queueId);
    listener = new Listener(queueId, {
      message: (id, data) => run.hear(id, data),
      ended: how => run.end(how),
      lost: () => run.lose(),
    });
  }
}

byId("start-form").addEventListener("submit", async event => {
  event.preventDefault();
  byId("start").disabled = true;
  try {
    const { queueId } = await ask("POST", `../processes?limit=${byId("limit").value}`);
    location.hash = queueId;
  } catch (error) {
    console.error(error);
    toast(error.status === 503 ? "Too many processes are running. Try again in a few seconds." : "The process could not be started.");
  } finally {
    byId("start").disabled = false;
  }
});

addEventListener("hashchange", listen);
listen();
