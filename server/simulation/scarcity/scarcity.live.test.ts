import { onTestFinished } from "vitest";
import { systemClock } from "../../clock.ts";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { openSimulatedStore } from "../database/open-simulated-store.ts";
import { describeDeaths, describeScarcity } from "./describe-scarcity.ts";
import { authoriseBy } from "./scarce-money.ts";

describeScarcity("SQLite", 100, async () => {
  const store = openSqliteStore(openDatabase(":memory:"), { clock: systemClock });
  onTestFinished(() => store.close());
  return { store, lanes: [authoriseBy(store)] };
});

describeDeaths("SQLite", 40, () => openSimulatedStore({ name: "sqlite" }));
