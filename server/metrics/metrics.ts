import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Micros } from "#shared/money.ts";

/** What became of a webhook: believed and recorded, not signed, signed and not understood, or to be sent again. */
export type WebhookOutcome = "recorded" | "unsigned" | "not_understood" | "failed";

/** What the server counts of itself, for its operator. No phone number, account or secret is ever in it. */
export interface Metrics {
  countWebhook: (webhook: string, outcome: WebhookOutcome) => void;
  /** A pass over the calls that were due, and what came of each. */
  countPass: (pass: string, outcomes: readonly string[]) => void;
  countFailedPass: (pass: string) => void;
  countUnrecovered: (amount: Micros) => void;
  /** How many pieces of work shared one commit. */
  observeCommit: (size: number) => void;
  /** Asks for a number whenever the metrics are read. */
  watchStreams: (count: () => number) => void;
  /** Asks how many calls have each status whenever the metrics are read. */
  watchCalls: (count: () => Promise<Readonly<Record<string, number>>>) => void;
  readonly contentType: string;
  /** In the text format of Prometheus. https://prometheus.io/docs/instrumenting/exposition_formats/ */
  render: () => Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // The process itself: time, memory, the delay of the event loop.
  collectDefaultMetrics({ register: registry });
  const webhooks = new Counter({
    name: "ringback_webhooks_total",
    help: "Webhooks by what became of them.",
    labelNames: ["webhook", "outcome"],
    registers,
  });
  const passes = new Counter({
    name: "ringback_passes_total",
    help: "Passes over the calls that the carrier must be asked about.",
    labelNames: ["pass", "result"],
    registers,
  });
  const passOutcomes = new Counter({
    name: "ringback_pass_outcomes_total",
    help: "Calls that the carrier was asked about, by what came of it.",
    labelNames: ["pass", "outcome"],
    registers,
  });
  const unrecovered = new Counter({
    name: "ringback_unrecovered_micros_total",
    help: "Talk beyond what was held for it and could not be charged, in millionths of a dollar. Anything above zero is worth a look.",
    registers,
  });
  const commits = new Histogram({
    name: "ringback_commit_size",
    help: "How many pieces of work shared one commit.",
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  });
  return {
    countWebhook: (webhook, outcome) => webhooks.inc({ webhook, outcome }),
    countPass(pass, outcomes) {
      passes.inc({ pass, result: "done" });
      for (const outcome of outcomes) passOutcomes.inc({ pass, outcome });
    },
    countFailedPass: (pass) => passes.inc({ pass, result: "failed" }),
    countUnrecovered: (amount) => unrecovered.inc(amount),
    observeCommit: (size) => commits.observe(size),
    watchStreams: (count) => registry.registerMetric(streamsGauge(count)),
    watchCalls: (count) => registry.registerMetric(callsGauge(count)),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

function streamsGauge(count: () => number): Gauge {
  return new Gauge({
    name: "ringback_live_streams",
    help: "Live streams that are open.",
    registers: [],
    collect() {
      this.set(count());
    },
  });
}

function callsGauge(count: () => Promise<Readonly<Record<string, number>>>): Gauge<"status"> {
  return new Gauge({
    name: "ringback_calls",
    help: "Calls of which the carrier has not said its last word, by status.",
    labelNames: ["status"],
    registers: [],
    async collect() {
      const counts = await count();
      // A status that no call has any more would else keep its last number.
      this.reset();
      for (const [status, calls] of Object.entries(counts)) this.set({ status }, calls);
    },
  });
}
