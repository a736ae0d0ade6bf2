const WORDS = {
  connecting: "Connecting…",
  online: "Live",
  reconnecting: "Reconnecting…",
  closed: "Offline",
};

/** Shows in an element how a connection is doing; what this gives back takes the states of a {@link Connection}. */
export function stateSign(element) {
  return state => {
    element.dataset.state = state;
    element.textContent = WORDS[state];
  };
}
