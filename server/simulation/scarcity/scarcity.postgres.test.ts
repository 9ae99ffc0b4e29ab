import { inject, onTestFinished } from "vitest";
import { systemClock } from "../../clock.ts";
import { openPostgresStore } from "../../store/postgres/postgres-store.ts";
import { makeTestDatabase } from "../../store/postgres/testing/test-database.ts";
import { openSimulatedStore } from "../database/open-simulated-store.ts";
import { describeDeaths, describeScarcity } from "./describe-scarcity.ts";
import { startOtherProcess } from "./other-process.ts";
import { authoriseBy } from "./scarce-money.ts";

const database = makeTestDatabase();

async function openStore() {
  const store = await openPostgresStore({ url: database.url, clock: systemClock });
  onTestFinished(() => store.close());
  return store;
}

describeScarcity("Postgres, through ten connections", 100, async () => {
  const store = await openStore();
  return { store, lanes: [authoriseBy(store)] };
});

describeScarcity("Postgres, from two processes", 20, async () => {
  const store = await openStore();
  const other = await startOtherProcess(database.url);
  onTestFinished(other.stop);
  return { store, lanes: [authoriseBy(store), other.authoriseAll] };
});

describeDeaths("Postgres", 10, () => openSimulatedStore({ name: "postgres", serverUrl: inject("postgres").url }));
