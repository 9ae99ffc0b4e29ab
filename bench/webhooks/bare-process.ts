import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";

// The least that a Hono server can do with a POST: what everything else is measured by.
const app = new Hono().post("/api/twilio/status", (c) => c.body(null, 204));
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => console.log(`Bare server at http://127.0.0.1:${(server.address() as AddressInfo).port}`));
