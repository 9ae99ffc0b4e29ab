import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { readAnswerHead } from "../answer-head.ts";
import { addressOf } from "./live-clients.ts";

/** What came of clients that ask at their intervals. */
interface Polled {
  /** How many polls fell due. A client whose answer has not come when the next falls due lets that one be. */
  due: number;
  answered: number;
  /** Answers that said that nothing had changed. */
  unchanged: number;
}

export interface PollClients {
  /** Polls for so long. */
  poll(seconds: number): Promise<Polled>;
  close(): void;
}

/** How often a client asks that can hold no stream. */
const intervalMs = 2_000;
const turnMs = 10;

/** Clients that ask for the profile with the ETag of their last answer, each on a connection of its own. */
export function createPollClients(port: number, bearers: readonly string[]): PollClients {
  let polled: Polled = { due: 0, answered: 0, unchanged: 0 };
  const clients = bearers.map((bearer, number) =>
    createPollClient(port, {
      bearer,
      localAddress: addressOf(number),
      handleAnswer: (status) => {
        if (status !== "200" && status !== "304") throw new Error(`A poll was answered ${status}.`);
        polled.answered += 1;
        if (status === "304") polled.unchanged += 1;
      },
    }),
  );
  return {
    async poll(seconds) {
      polled = { due: 0, answered: 0, unchanged: 0 };
      const startedMs = performance.now();
      for (let elapsedMs = 0; elapsedMs < seconds * 1_000; elapsedMs = performance.now() - startedMs) {
        // Evenly over the interval, as clients that opened at different times ask.
        const dueByNow = Math.floor((elapsedMs / intervalMs) * clients.length);
        for (; polled.due < dueByNow; polled.due += 1) clients[polled.due % clients.length]?.ask();
        await setTimeout(turnMs);
      }
      return polled;
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}

function createPollClient(
  port: number,
  options: { bearer: string; localAddress: string; handleAnswer: (status: string) => void },
): { ask: () => void; close: () => void } {
  const { bearer, localAddress, handleAnswer } = options;
  let socket: Socket | undefined;
  let [etag, isWaiting] = ["", false];
  let unread: Buffer = Buffer.alloc(0);

  function read(chunk: Buffer): void {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    const answer = readAnswerHead(unread);
    if (!answer || unread.length < answer.bytes) return;
    unread = unread.subarray(answer.bytes);
    etag = /\r\netag: (\S+)/i.exec(answer.head)?.[1] ?? etag;
    isWaiting = false;
    handleAnswer(answer.status);
  }

  /** A server that is behind may let a connection go. A browser makes a new one without a word, and asks again when it is time. */
  function open(): Socket {
    unread = Buffer.alloc(0);
    const opened = connect({ port, host: "127.0.0.1", localAddress }).on("data", read);
    return opened
      .on("error", () => opened.destroy())
      .on("close", () => {
        isWaiting = false;
        socket = undefined;
      });
  }

  return {
    ask() {
      if (isWaiting) return;
      isWaiting = true;
      socket ??= open();
      const known = etag === "" ? "" : `if-none-match: ${etag}\r\n`;
      socket.write(
        `GET /api/user/profile HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${bearer}\r\n${known}\r\n`,
      );
    },
    close: () => void socket?.destroy(),
  };
}
