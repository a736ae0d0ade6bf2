/** Fails unless both are the same, looked at as JSON. */
export function equal(actual, expected, what = "value") {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) {
    throw new Error(`${what}: expected ${shortened(wanted)}, seen ${shortened(seen)}`);
  }
}

/** Fails unless the promise fails with a message in which the pattern is found. */
export async function fails(promise, pattern, what = "promise") {
  const outcome = await promise.then(value => `the value ${JSON.stringify(value)}`, error => error);
  if (!(outcome instanceof Error && pattern.test(outcome.message))) {
    throw new Error(`${what}: expected a failure like ${pattern}, seen ${outcome}`);
  }
}

/** What the promise brings, if it does so in time. */
export function within(millis, promise, what) {
  let clock;
  const late = new Promise((resolve, reject) => {
    clock = setTimeout(() => reject(new Error(`${what}: nothing within ${millis} ms`)), millis);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(clock));
}

function shortened(text = "undefined") {
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text;
}
