import { ask } from "../script/rest.js";
import { stateSign } from "../script/state-sign.js";
import { toast } from "../script/toast.js";
import { LetterForm } from "./letter-form.js";
import { ProgressView } from "./progress-view.js";
import { Watch } from "./watch.js";

const SIGNS = { connecting: "connecting", connected: "online", reconnecting: "reconnecting", disconnected: "closed" };

const sign = document.getElementById("state");
const showState = stateSign(sign);
const view = new ProgressView();
let watch;

/** Shows the mailing that the address names. */
function follow() {
  watch?.close();
  const id = location.hash.slice(1);
  sign.hidden = !id;
  if (id) {
    view.begin();
    watch = new Watch(id, {
      loaded: mailing => view.show(mailing),
      changed: (mailing, index) => view.update(mailing, index),
      gone: () => {
        sign.hidden = true;
        view.gone();
      },
      stateChanged: state => showState(SIGNS[state]),
    });
  }
}

const form = new LetterForm(async letter => {
  try {
    const { id } = await ask("POST", "../mailings", letter);
    location.hash = id;
  } catch (error) {
    if (error.status === 400 && error.body) {
      form.refuse(error.body.errors);
    } else {
      console.error(error);
      toast(error.status === 503 ? "Too many mailings are being sent. Try again in a few seconds." : "The mailing could not be started.");
    }
  }
});

addEventListener("hashchange", follow);
follow();
