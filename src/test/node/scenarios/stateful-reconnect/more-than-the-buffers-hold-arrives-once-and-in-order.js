import { roundTripsThroughDrops } from "../../round-trips.js";

/** What waits for an acknowledgement, of which there is one a second, would take several times the 100 kB of client and server. */
export default stage => roundTripsThroughDrops(stage, { drops: 4, betweenDrops: 400, underWay: 200, padding: "x".repeat(200) });
