import { Client } from "pg";
import { setTimeout } from "node:timers/promises";
import type { Outlet } from "./change-feed.ts";
import { connectionConfig } from "./pool.ts";

export interface NotifyConnection extends Outlet {
  close: () => Promise<void>;
}

export interface NotifyOptions {
  url: string;
  /** Another process said this. */
  onMessage: (message: string) => void;
  /** The connection is back. What was said while it was gone has not been heard. */
  onReconnected: () => void;
  handleProblem: (error: unknown) => void;
}

const channel = "ringback_changes";
const [firstPauseMs, longestPauseMs] = [100, 5_000];

/**
 * A connection of its own for what processes on one database tell each other. When it breaks it is made again, for as long as it
 * takes. The first connection must succeed.
 */
export async function openNotifyConnection({ url, ...options }: NotifyOptions): Promise<NotifyConnection> {
  const closing = new AbortController();
  let client: Client | undefined = await connect();

  async function connect(): Promise<Client> {
    const connecting = new Client(connectionConfig(url));
    // What ends a connection tells it by an error first, and by its end in any case.
    connecting.on("error", options.handleProblem);
    connecting.once("end", () => {
      if (client !== connecting) return;
      client = undefined;
      if (!closing.signal.aborted) void reconnect();
    });
    connecting.on("notification", ({ processId, payload }) => {
      // Its own words come back, too.
      if (processId !== ownIdOf(connecting) && payload !== undefined) options.onMessage(payload);
    });
    try {
      await connecting.connect();
      await connecting.query(`LISTEN ${channel}`);
      return connecting;
    } catch (error) {
      await connecting.end().catch(() => {});
      throw error;
    }
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = firstPauseMs; !closing.signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        await setTimeout(pauseMs, undefined, { signal: closing.signal });
        const connected = await connect();
        if (closing.signal.aborted) return await connected.end();
        client = connected;
        return options.onReconnected();
      } catch {
        // Down still. Everything else that is asked of the database says so, too.
      }
    }
  }

  return {
    async send(messages) {
      if (!client) throw new Error("There is no connection to tell others by.");
      await client.query("SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message", [channel, messages]);
    },
    async close() {
      closing.abort();
      await client?.end();
    },
  };
}

/** The number of the server's process that serves a connection, by which notifications are signed. */
function ownIdOf(client: Client): number | undefined {
  return "processID" in client && typeof client.processID === "number" ? client.processID : undefined;
}
