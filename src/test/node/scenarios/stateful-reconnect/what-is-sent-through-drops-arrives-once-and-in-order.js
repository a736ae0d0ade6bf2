import { roundTripsThroughDrops } from "../../round-trips.js";

export default stage => roundTripsThroughDrops(stage, { drops: 6, betweenDrops: 150, underWay: 100, padding: "" });
