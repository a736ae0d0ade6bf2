import { make } from "../script/dom.js";
import { isAddress, listOf, someAddresses } from "./addresses.js";

const MOST = 500;

const byId = id => document.getElementById(id);

/** Where a letter is written: looks at the recipients as they are typed, and gives the letter away when it is sent. */
export class LetterForm {
  #recipients = byId("recipients");

  constructor(send) {
    this.#recipients.addEventListener("input", () => this.#look());
    byId("generate").addEventListener("click", () => this.#generate());
    byId("letter").addEventListener("submit", async event => {
      event.preventDefault();
      this.refuse([]);
      byId("send").disabled = true;
      try {
        await send({ subject: byId("subject").value, text: byId("text").value, recipients: listOf(this.#recipients.value) });
      } finally {
        this.#look();
      }
    });
    // A browser that was here before may have kept what was written.
    if (this.#recipients.value) {
      this.#look();
    } else {
      this.#generate();
    }
  }

  /** Shows why the server did not take the letter. */
  refuse(errors) {
    byId("errors").replaceChildren(...errors.map(text => make("li", { text })));
  }

  #generate() {
    this.#recipients.value = someAddresses(Number(byId("how-many").value)).join("\n");
    this.#look();
  }

  #look() {
    const addresses = listOf(this.#recipients.value);
    const wrong = addresses.filter(address => !isAddress(address));
    const isBad = wrong.length > 0 || addresses.length > MOST;
    this.#recipients.ariaInvalid = isBad;
    byId("verdict").textContent = verdict(addresses.length, wrong);
    byId("verdict").classList.toggle("bad", isBad);
    byId("send").textContent = addresses.length === 0 ? "Send" : `Send to ${addresses.length}`;
    byId("send").disabled = addresses.length === 0 || isBad;
  }
}

function verdict(count, wrong) {
  if (wrong.length > 0) {
    const others = ["", ", nor is 1 other"][wrong.length - 1] ?? `, nor are ${wrong.length - 1} others`;
    return `“${wrong[0]}” is not an e-mail address${others}.`;
  }
  if (count > MOST) {
    return `${count} recipients are too many: ${MOST} at most.`;
  }
  return count === 1 ? "1 recipient" : `${count} recipients`;
}
