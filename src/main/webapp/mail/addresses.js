// As MailAddress.java has it.
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-]+";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?";
const ADDRESS = new RegExp(`^(?=[^@]{1,64}@)${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})*$`);
const LONGEST = 254;

const FIRST_NAMES = ["ada", "alan", "barbara", "claude", "donald", "edsger", "frances", "grace", "john", "katherine", "leslie", "linus",
  "margaret", "niklaus", "radia", "shafi", "tim", "tony"];
const SURNAMES = ["allen", "baker", "berg", "clarke", "diaz", "evans", "fischer", "garcia", "hansen", "ito", "jones", "kumar", "lopez",
  "moreau", "nowak", "okafor", "rossi", "sato"];
// Reserved names (RFC 2606): no mail server of theirs is anywhere.
const DOMAINS = ["example.com", "example.net", "example.org"];

export function isAddress(text) {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/** The addresses of a text that separates them by spaces, lines, commas or semicolons, each once. */
export function listOf(text) {
  const byName = new Map();
  for (const address of text.split(/[\s,;]+/)) {
    if (address && !byName.has(address.toLowerCase())) {
      byName.set(address.toLowerCase(), address);
    }
  }
  return [...byName.values()];
}

/** Makes addresses up, no two alike. Some of them will be refused, and some will come back. */
export function someAddresses(count) {
  return Array.from({ length: count }, (_, index) => {
    const chance = Math.random();
    const domain = chance < 0.06 ? "nowhere.example" : chance < 0.14 ? "full.example" : any(DOMAINS);
    return `${any(FIRST_NAMES)}.${any(SURNAMES)}${index + 1}@${domain}`;
  });
}

function any(values) {
  return values[Math.floor(Math.random() * values.length)];
}
