import { Connection } from "../script/connection.js";
import { stateSign } from "../script/state-sign.js";
import { Asking } from "./asking.js";
import { Live } from "./live.js";
import { Upload } from "./upload.js";

const showState = stateSign(document.getElementById("state"));

const handlers = {
  windowsChanged: here => asking.heard(here),
  // What this gives back is the answer.
  answer: (from, question) => asking.asked(from, question),
};

function connectionChanged(state) {
  showState(state);
  [live, upload, asking].forEach(part => part.enable(state === "online"));
}

const connection = new Connection("../hubs/streams", {
  handlers,
  enter: async () => asking.enter(await connection.invoke("hello")),
  changed: connectionChanged,
});
const live = new Live(connection);
const upload = new Upload(connection);
const asking = new Asking(connection);
connection.start();
