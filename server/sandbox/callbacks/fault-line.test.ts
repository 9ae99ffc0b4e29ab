import { describe, expect, it } from "vitest";
import { changeFaults, noFaults, type FaultsChange } from "../faults.ts";
import { VirtualScheduler } from "../virtual-scheduler.ts";
import { createFaultLine } from "./fault-line.ts";
import type { WebhookRequest } from "./webhooks.ts";

const statuses = ["initiated", "ringing", "in-progress", "completed"];

function callback(status: string): WebhookRequest {
  return { url: "https://example.test/", method: "POST", fields: { CallStatus: status } };
}

function line(change: FaultsChange = {}, random: () => number = () => 0.5) {
  const faults = noFaults();
  changeFaults(faults, change);
  const scheduler = new VirtualScheduler();
  const startMs = scheduler.nowMs();
  const arrived: [string, number][] = [];
  const deliver = ({ fields }: WebhookRequest) => arrived.push([fields["CallStatus"] ?? "", scheduler.nowMs() - startMs]);
  const faultLine = createFaultLine({ faults, scheduler, random, deliver });
  const sendAll = () => {
    for (const status of statuses) faultLine.send(callback(status));
  };
  return { faults, faultLine, scheduler, arrived, sendAll, order: () => arrived.map(([status]) => status) };
}

describe("the line callbacks go out on", () => {
  it("hands each on at once, in order, without faults", () => {
    const { sendAll, arrived } = line();
    sendAll();
    expect(arrived).toEqual(statuses.map((status) => [status, 0]));
  });

  it("drops the share it is told to", () => {
    const draws = [0.1, 0.9, 0.9, 0.1, 0.9, 0.9];
    const { sendAll, order } = line({ callbacks: { dropShare: 0.3 } }, () => draws.shift() ?? 1);
    sendAll();
    expect(order()).toEqual(["ringing", "completed"]);
  });

  it("doubles what it is told to", () => {
    const { sendAll, order } = line({ callbacks: { doubleShare: 1 } });
    sendAll();
    expect(order()).toEqual(statuses.flatMap((status) => [status, status]));
  });

  it("delays by as long as it is told to", async () => {
    const { sendAll, arrived, scheduler } = line({ callbacks: { delayMs: 5000 } });
    sendAll();
    await scheduler.advance(4999);
    expect(arrived).toEqual([]);
    await scheduler.advance(1);
    expect(arrived).toEqual(statuses.map((status) => [status, 5000]));
  });

  it("swaps each pair, and does not keep the last for ever", async () => {
    const { sendAll, faultLine, order, scheduler } = line({ callbacks: { reorder: true } });
    sendAll();
    faultLine.send(callback("odd one out"));
    expect(order()).toEqual(["ringing", "initiated", "completed", "in-progress"]);
    await scheduler.advance(2000);
    expect(order().at(-1)).toBe("odd one out");
    expect(scheduler.waiting).toBe(0);
  });

  it("strikes only the statuses it is told to", () => {
    const { sendAll, order } = line({ callbacks: { dropShare: 1, statuses: ["completed"] } });
    sendAll();
    expect(order()).toEqual(["initiated", "ringing", "in-progress"]);
  });

  it("is whole again once the fault is cleared", () => {
    const { faults, sendAll, order } = line({ callbacks: { dropShare: 1 } });
    sendAll();
    changeFaults(faults, { callbacks: { dropShare: 0 } });
    sendAll();
    expect(order()).toEqual(statuses);
  });

  it("lets go of everything when it closes", async () => {
    const { sendAll, faultLine, arrived, scheduler } = line({ callbacks: { delayMs: 1000, reorder: true } });
    sendAll();
    faultLine.close();
    await scheduler.advance(10_000);
    expect(arrived).toEqual([]);
    expect(scheduler.waiting).toBe(0);
  });
});
