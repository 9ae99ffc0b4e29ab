import { Client } from "pg";
import { onTestFinished } from "vitest";
import { describeStoreContract } from "../store-contract.ts";
import type { WebhookEvent } from "../store.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { makeTestDatabase } from "./testing/test-database.ts";

const database = makeTestDatabase();

describeStoreContract("Postgres", {
  async open({ clock }) {
    const store = await openPostgresStore({ url: database.url, clock });
    onTestFinished(() => store.close());
    return store;
  },
  async readEvents(_store, childSid) {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rows } = await client.query<WebhookEvent>(
        `SELECT child_sid AS "childSid", seq AS sequence, status, received_ms::float8 AS "receivedMs"
           FROM webhook_events WHERE child_sid = $1 ORDER BY id`,
        [childSid],
      );
      return rows;
    } finally {
      await client.end();
    }
  },
});
