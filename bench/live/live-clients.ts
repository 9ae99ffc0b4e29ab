import { connect, type Socket } from "node:net";

/** Many clients of the live stream, in one process. */
export interface LiveClients {
  /** Opens a stream for each bearer and resolves when every one has been sent its first snapshot. */
  open(bearers: readonly string[]): Promise<void>;
  /** Told of every snapshot that comes after the first, by the number of its client. */
  onSnapshot: (client: number) => void;
  readonly heartbeats: number;
  /** How many streams have ended, which none should. */
  readonly ended: number;
  close(): void;
}

const openedAtOnce = 100;

/** Reads of a stream only what kinds of events it brings: whoever measures must cost less than the server. */
export function createLiveClients(port: number): LiveClients {
  const sockets: Socket[] = [];
  let [heartbeats, ended, isClosing] = [0, 0, false];

  function openOne(client: number, bearer: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress: addressOf(client) });
      sockets.push(socket);
      let isOpen = false;
      socket.once("connect", () => socket.write(liveRequest(port, bearer)));
      socket.on("data", (chunk) => {
        const text = chunk.toString("latin1");
        if (text.includes("event: heartbeat")) heartbeats += 1;
        if (!text.includes("event: profile")) return;
        if (isOpen) clients.onSnapshot(client);
        isOpen = true;
        resolve();
      });
      socket.once("error", reject);
      socket.once("close", () => {
        if (isClosing) return;
        ended += 1;
        reject(new Error("A stream was not opened."));
      });
    });
  }

  const clients: LiveClients = {
    async open(bearers) {
      let next = 0;
      const work = async () => {
        for (let client = next++; client < bearers.length; client = next++) await openOne(client, bearers[client] ?? "");
      };
      await Promise.all(Array.from({ length: openedAtOnce }, work));
    },
    onSnapshot: () => {},
    get heartbeats() {
      return heartbeats;
    },
    get ended() {
      return ended;
    },
    close() {
      isClosing = true;
      for (const socket of sockets) socket.destroy();
    },
  };
  return clients;
}

/** One address has only some 28,000 ports for connections to one server. Loopback has plenty of addresses. */
export function addressOf(client: number): string {
  return `127.0.0.${2 + (client % 8)}`;
}

function liveRequest(port: number, bearer: string): string {
  return `GET /api/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/event-stream\r\nauthorization: Bearer ${bearer}\r\n\r\n`;
}
