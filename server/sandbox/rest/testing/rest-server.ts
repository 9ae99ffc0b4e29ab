import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { WebhookRequest } from "../../callbacks/webhooks.ts";
import { CallRecords, type CallStatus } from "../../call-records.ts";
import { noFaults } from "../../faults.ts";
import { testAccount } from "../../signalling/testing/test-account.ts";
import { LiveLegs } from "../../switchboard/live-legs.ts";
import { VirtualScheduler } from "../../virtual-scheduler.ts";
import { AccountNumbers } from "../account-numbers.ts";
import { Applications } from "../applications.ts";
import { createRestApp } from "../rest-app.ts";
import { createVerifications } from "../verifications.ts";

export const startMs = Date.UTC(2026, 0, 5, 12);

/** The REST API on a port of its own, over books that a test writes, in virtual time. */
export async function startRestServer(options: { succeeds?: boolean } = {}) {
  const scheduler = new VirtualScheduler(startMs);
  const nowMs = () => scheduler.nowMs();
  const records = new CallRecords();
  const liveLegs = new LiveLegs();
  const numbers = new AccountNumbers();
  const applications = new Applications(nowMs);
  const faults = noFaults();
  const told: WebhookRequest[] = [];
  const verifications = createVerifications({
    accountSid: testAccount.accountSid,
    numbers,
    scheduler,
    succeeds: options.succeeds ?? true,
    newCode: () => "123456",
    sendStatus: (request) => told.push(request),
  });
  const books = { account: testAccount, records, liveLegs, numbers, applications, verifications, faults };
  const app = createRestApp({ ...books, faultControl: undefined, nowMs });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...books,
    scheduler,
    told,
    url: `http://127.0.0.1:${port}`,
    /** A dialled leg that took these steps, each some seconds after the start. */
    addLeg(
      sid: string,
      steps: [CallStatus, number][],
      parties: { parentCallSid?: string; to?: string; afterSeconds?: number } = {},
    ) {
      const { parentCallSid = "CAparent", to = "+14155550100", afterSeconds = 0 } = parties;
      const createdAtMs = startMs + afterSeconds * 1000;
      records.add({ sid, parentCallSid, direction: "outbound-dial", from: "+14155550199", to, createdAtMs }, "queued");
      for (const [status, seconds] of steps) records.move(sid, { status, atMs: createdAtMs + seconds * 1000 });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
