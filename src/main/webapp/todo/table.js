import { ask, Refusal } from "../script/rest.js";
import { Items } from "./items.js";

/** Others may be faster than this window a few times in a row, not for ever. */
const ATTEMPTS = 5;

/**
 * The table of items behind a REST address, as this window knows it.
 *
 * `changed` runs with an item's id whenever there is news of it, with null when there may be news of all.
 */
export class Table {
  #address;
  #changed;
  #items = new Items();
  /** What is being fetched anew; null unless it is. */
  #fresh = null;

  constructor(address, changed) {
    this.#address = address;
    this.#changed = changed;
  }

  get all() {
    return this.#items.all;
  }

  get(id) {
    return this.#items.get(id);
  }

  /** Fetches all, while broadcasts may already come in: nothing that was known before counts, the server may be a new one. */
  async fetch() {
    this.#fresh = new Items();
    const items = await ask("GET", this.#address);
    items.forEach(item => this.#fresh.take(item));
    this.#items = this.#fresh;
    this.#fresh = null;
    this.#changed(null);
  }

  /** Hears a broadcast. */
  hear({ operation, entityName, entity }) {
    if (entityName === "TodoItem") {
      operation === "DELETE" ? this.#gone(entity.id) : this.#take(entity);
    }
  }

  async add(title) {
    this.#take(await ask("POST", this.#address, { title }));
  }

  /** Saves what an item is to be; throws a Refusal of status 409 if it is no longer of that version. */
  async save({ id, title, completed, version }) {
    try {
      this.#take(await ask("PUT", `${this.#address}/${id}`, { title, completed, version }));
    } catch (error) {
      this.#learn(id, error);
      throw error;
    }
  }

  /** Completes an item or not, whatever else becomes of it meanwhile. */
  async complete(id, completed) {
    for (let attempt = 1; this.get(id) && this.get(id).completed !== completed; attempt++) {
      try {
        await this.save({ ...this.get(id), completed });
      } catch (error) {
        if (error.status !== 409 || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async remove(id) {
    try {
      await ask("DELETE", `${this.#address}/${id}`);
      this.#gone(id);
    } catch (error) {
      this.#learn(id, error);
      if (error.status !== 404) {
        throw error;
      }
    }
  }

  /** A refusal brings news as well. */
  #learn(id, error) {
    if (error instanceof Refusal && error.status === 409) {
      this.#take(error.body);
    } else if (error instanceof Refusal && error.status === 404) {
      this.#gone(id);
    }
  }

  #take(item) {
    this.#fresh?.take(item);
    if (this.#items.take(item)) {
      this.#changed(item.id);
    }
  }

  #gone(id) {
    this.#fresh?.remove(id);
    if (this.#items.remove(id)) {
      this.#changed(id);
    }
  }
}
