import { asc, eq } from "drizzle-orm";
import { describeStoreContract } from "../store-contract.ts";
import type { WholeStore } from "../whole-store.ts";
import { openDatabase, type SqliteDatabase } from "./database.ts";
import { webhookEvents } from "./schema/calls.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const databases = new WeakMap<WholeStore, SqliteDatabase>();

describeStoreContract("SQLite", {
  async open({ clock }) {
    const database = openDatabase(":memory:");
    const store = openSqliteStore(database, { clock });
    databases.set(store, database);
    return store;
  },
  async readEvents(store, childSid) {
    const { sequence, status, receivedMs } = webhookEvents;
    const kept = databases.get(store)?.select({ childSid: webhookEvents.childSid, sequence, status, receivedMs });
    return kept?.from(webhookEvents).where(eq(webhookEvents.childSid, childSid)).orderBy(asc(webhookEvents.id)).all() ?? [];
  },
});
