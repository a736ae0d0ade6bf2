import { Connection } from "../script/connection.js";
import { ask } from "../script/rest.js";
import { stateSign } from "../script/state-sign.js";
import { toast } from "../script/toast.js";
import { Dashboard } from "./dashboard.js";
import { Figures, REGIONS } from "./figures.js";

const PRODUCTS = ["ESPRESSO", "FILTER", "DECAF", "COLD_BREW", "GRINDER"];

const figures = new Figures();
const dashboard = new Dashboard(figures);
const showState = stateSign(document.getElementById("state"));
const rushHour = document.getElementById("rush-hour");
const regions = document.getElementById("regions");
const order = document.getElementById("order");

/* What the dashboard hears: each handler is an event's name. */

const handlers = {
  orderPlaced: placed => {
    // One that was on its way when its region was let go.
    if (watched().includes(placed.region)) {
      figures.addNow(placed);
      dashboard.draw();
    }
  },
  rushHourChanged: ({ on }) => {
    rushHoursHeard++;
    rushHour.checked = on;
  },
};
let rushHoursHeard = 0;

/* What the hub is asked: each call is a method of SalesHub.java. */

/** Runs each time the hub is reached: a new connection watches nothing, and has missed what was ordered meanwhile. */
async function enter(connection) {
  const heardBefore = rushHoursHeard;
  const on = await connection.invoke("isRushHour");
  if (heardBefore === rushHoursHeard) {
    rushHour.checked = on;
  }
  await Promise.all(watched().map(region => watch(region)));
}

async function watch(region) {
  const orders = await connection.invoke("watch", region);
  // It may have been let go again meanwhile.
  if (watched().includes(region)) {
    figures.add(orders);
    dashboard.draw();
  }
}

function watched() {
  return [...regions.querySelectorAll(":checked")].map(({ value }) => value);
}

regions.addEventListener("change", ({ target }) => attempt(async () => {
  if (target.checked) {
    await watch(target.value);
  } else {
    figures.forget(target.value);
    dashboard.draw();
    await connection.invoke("unwatch", target.value);
  }
}));

/* What is ordered, by plain HTTP. */

order.addEventListener("click", () => attempt(() =>
  ask("POST", "../api/sales/orders", { region: any(REGIONS), product: any(PRODUCTS), quantity: 1 + Math.floor(Math.random() * 3) })));

rushHour.addEventListener("change", () => attempt(async () => {
  const { checked } = rushHour;
  try {
    await ask("PUT", "../api/sales/rush-hour", { on: checked });
  } catch (error) {
    rushHour.checked = !checked;
    throw error;
  }
}));

async function attempt(what) {
  try {
    await what();
  } catch (error) {
    console.error(error);
    toast("That did not work. Please try again.");
  }
}

function any(values) {
  return values[Math.floor(Math.random() * values.length)];
}

function connectionChanged(state) {
  showState(state);
  order.disabled = rushHour.disabled = regions.disabled = state !== "online";
}

const connection = new Connection("../hubs/sales", { handlers, enter, changed: connectionChanged });
dashboard.draw();
connection.start();
