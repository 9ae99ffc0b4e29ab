import { connect } from "node:net";
import { readAnswerHead } from "../answer-head.ts";
import { percentile } from "../percentile.ts";

export interface Target {
  host: string;
  port: number;
}

/** What came of sending many requests, each of them answered before its connection sent the next. */
export interface LoadResult {
  requests: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** How many answers bore each status. */
  statuses: Record<string, number>;
}

/**
 * Sends ready-made requests over so many keep-alive connections, and reads of each answer no more than tells where it ends: whoever
 * measures a server must cost less than it does. Rejects when a connection breaks.
 */
export async function sendAll(target: Target, requests: readonly Buffer[], connections: number): Promise<LoadResult> {
  const latenciesMs = new Float64Array(requests.length);
  const statuses = new Map<string, number>();
  let next = 0;
  const take = () => (next < requests.length ? next++ : undefined);
  const answered = (index: number, { status, tookMs }: { status: string; tookMs: number }) => {
    latenciesMs[index] = tookMs;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: connections }, () => sendOnOne(target, requests, { take, answered })));
  const seconds = (performance.now() - startedMs) / 1000;
  latenciesMs.sort();
  return {
    requests: requests.length,
    seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    statuses: Object.fromEntries(statuses),
  };
}

interface Work {
  take: () => number | undefined;
  answered: (index: number, answer: { status: string; tookMs: number }) => void;
}

function sendOnOne({ host, port }: Target, requests: readonly Buffer[], { take, answered }: Work): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    socket.setNoDelay(true);
    let index: number | undefined;
    let sentMs = 0;
    let unread = Buffer.alloc(0);

    function sendNext() {
      index = take();
      const request = index === undefined ? undefined : requests[index];
      if (request === undefined) {
        socket.destroy();
        resolve();
        return;
      }
      sentMs = performance.now();
      socket.write(request);
    }

    socket.on("data", (chunk) => {
      unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
      const answer = readAnswerHead(unread);
      if (index === undefined || answer === undefined || unread.length < answer.bytes) return;
      answered(index, { status: answer.status, tookMs: performance.now() - sentMs });
      unread = unread.subarray(answer.bytes);
      sendNext();
    });
    socket.once("connect", sendNext);
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The server closed a connection that it was to keep.")));
  });
}
