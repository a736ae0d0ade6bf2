import { within } from "./expect.js";
import { Stage } from "./stage.js";

const LIMIT = 60_000;

/** Plays a scenario and tells what went wrong, if anything did. */
export async function play(signalR, scenario, settings, { ask, log }) {
  const began = Date.now();
  const timed = message => log(`${String(Date.now() - began).padStart(6)} ms  ${message}`);
  const stage = new Stage(signalR, settings, { ask, log: timed });
  try {
    const { default: act } = await import(`./${scenario}`);
    await within(LIMIT, act(stage), "the whole scenario");
    await stage.end();
    return null;
  } catch (error) {
    timed("failed");
    return error.stack;
  }
}
