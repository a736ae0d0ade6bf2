import { equal } from "../../expect.js";

const BYTES = Uint8Array.from({ length: 256 }, (unused, index) => index);
const DATE = new Date("2026-11-25T12:00:00.123Z");

export default async function act(stage) {
  const client = await stage.connect("lounge");

  isBytes(await client.invoke("bytes", BYTES), "bytes");
  isDate(await client.invoke("date", DATE), "a date");
  const both = await client.invoke("wrapped", BYTES, DATE);
  isBytes(both.bytes, "bytes in an object");
  isDate(both.instant, "a date in an object");
}

function isBytes(seen, what) {
  equal(seen instanceof Uint8Array, true, what);
  equal(Array.from(seen), Array.from(BYTES), what);
}

function isDate(seen, what) {
  equal(seen instanceof Date, true, what);
  equal(seen, DATE, what);
}
