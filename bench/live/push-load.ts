import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { readAnswerHead } from "../answer-head.ts";
import { percentile } from "../percentile.ts";
import { signCallWebhook, webhooksPerCall, type Signer } from "../webhooks/call-webhooks.ts";

interface Pushed {
  /** Webhooks that were answered, each of them news of one client's call. */
  webhooks: number;
  /** Snapshots that came of them. */
  snapshots: number;
  /** From the webhook's first byte to the snapshot in the client. */
  p50Ms: number;
  p99Ms: number;
}

/** Lets calls live their lives at a steady pace, one call a client, and sees when each client is told. */
export interface PushLoad {
  run(options: { seconds: number; perSecond: number }): Promise<Pushed>;
  handleSnapshot: (client: number) => void;
}

const graceMs = 2_000;
const turnMs = 5;

export function createPushLoad(port: number, { signer, calls }: { signer: Signer; calls: number }): PushLoad {
  const sentMs = new Float64Array(calls);
  let latenciesMs: number[] = [];
  let next = 0;

  /** A request of the next call that has news. All calls ring before the first is answered. */
  function nextRequest(): { call: number; request: Buffer } {
    const [call, step] = [next % calls, Math.floor(next / calls)];
    if (step >= webhooksPerCall) throw new Error("Every call has ended.");
    next += 1;
    return { call, request: signCallWebhook(signer, { call, step }) };
  }

  return {
    async run({ seconds, perSecond }) {
      latenciesMs = [];
      const lane = openLane(port);
      const startedMs = performance.now();
      let sent = 0;
      for (let elapsedMs = 0; elapsedMs < seconds * 1_000; elapsedMs = performance.now() - startedMs) {
        for (; sent < (elapsedMs * perSecond) / 1_000; sent += 1) {
          const { call, request } = nextRequest();
          sentMs[call] = performance.now();
          lane.send(request);
        }
        await setTimeout(turnMs);
      }
      await setTimeout(graceMs);
      lane.close();
      const sorted = Float64Array.from(latenciesMs).toSorted();
      return {
        webhooks: lane.answered,
        snapshots: sorted.length,
        p50Ms: percentile(sorted, 0.5),
        p99Ms: percentile(sorted, 0.99),
      };
    },
    handleSnapshot: (client) => {
      const since = sentMs[client] ?? 0;
      if (since === 0) return;
      sentMs[client] = 0;
      latenciesMs.push(performance.now() - since);
    },
  };
}

const laneSockets = 16;

/** Some connections that share the webhooks, each waiting for its answer before it sends the next. */
function openLane(port: number) {
  const waiting: Buffer[] = [];
  const idle = new Set<() => void>();
  const sockets = new Set<Socket>();
  let [answered, isClosing] = [0, false];

  function openSocket(): void {
    const socket = connect(port, "127.0.0.1").setNoDelay(true);
    sockets.add(socket);
    let underWay: Buffer | undefined;
    const sendNext = () => {
      underWay = waiting.shift();
      if (underWay) socket.write(underWay);
      else idle.add(sendNext);
    };
    socket.on("data", (chunk) => {
      const status = readAnswerHead(chunk)?.status;
      if (status !== "204") throw new Error(`A webhook was answered ${status}.`);
      answered += 1;
      sendNext();
    });
    socket.on("error", () => socket.destroy());
    // A server that is behind may let a connection go. The carrier then sends again what was not answered.
    socket.on("close", () => {
      sockets.delete(socket);
      idle.delete(sendNext);
      if (isClosing) return;
      if (underWay) waiting.unshift(underWay);
      openSocket();
    });
    sendNext();
  }

  for (let opened = 0; opened < laneSockets; opened += 1) openSocket();
  return {
    send(request: Buffer) {
      waiting.push(request);
      const [sendNext] = idle;
      if (!sendNext) return;
      idle.delete(sendNext);
      sendNext();
    },
    get answered() {
      return answered;
    },
    close() {
      isClosing = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}
