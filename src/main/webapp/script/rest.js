/** What a server said when it did not do what it was asked to; `body` is what it sent along, if that was JSON. */
export class Refusal extends Error {
  constructor(status, body) {
    super(`The server answered ${status}.`);
    this.status = status;
    this.body = body;
  }
}

/** Asks a REST resource for something; gives back the JSON of its answer, undefined if there is none. */
export async function ask(method, address, body) {
  const response = await fetch(address, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const isJson = response.headers.get("Content-Type")?.includes("json");
  const answer = isJson ? await response.json() : undefined;
  if (!response.ok) {
    throw new Refusal(response.status, answer);
  }
  return answer;
}
