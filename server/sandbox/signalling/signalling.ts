import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { ClientLeg, Registrations, SandboxAccount, Switchboard } from "../legs.ts";
import { newReconnectToken, newSid } from "../sids.ts";
import { BrowserLeg } from "./browser-leg.ts";
import { CallTable } from "./call-table.ts";
import { ClientSession, type ReceivedMessage, type SessionContext } from "./client-session.ts";
import { FrameSocket } from "./frame-socket.ts";
import { RingGroup } from "./ring-group.ts";

const path = "/signal";
/** Far above any frame of the protocol: what is larger is cut off before it is read whole. */
const largestPayloadBytes = 256 * 1024;

export interface SignallingOptions {
  account: SandboxAccount;
  /** May come later, by `setSwitchboard`, but before the first call. */
  switchboard?: Switchboard;
  clock?: () => number;
  newCallSid?: () => string;
  /** Twilio's own are 5 to 10 s apart; the SDK gives up after 15 s of silence. */
  heartbeatMs?: number;
  /** User-defined messages that browsers send on their calls. */
  onMessage?: (message: ReceivedMessage) => void;
  /** A fault of ours while a frame was handled. The browser is told, and the socket lives on. By default it is printed. */
  onError?: (error: unknown) => void;
}

/** The sandbox's signalling server: what Twilio's `wss://voice-js.*.twilio.com/signal` is to the real SDK. */
export interface Signalling {
  registrations: Registrations;
  setSwitchboard(switchboard: Switchboard): void;
  /** Serves `/signal` of an HTTP server. Other upgrades are refused. */
  attach(server: Server): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends a user-defined message to the browser on a call; false when there is no such browser. */
  sendMessage(callSid: string, message: { content: unknown; contentType?: string }): boolean;
  /** Cuts all sockets off, as a network that fails does. Calls live on for as long as their browsers may come back. */
  dropSockets(): void;
  /** Ends all calls and closes all sockets. */
  close(): Promise<void>;
}

export function createSignalling(options: SignallingOptions): Signalling {
  const { account, heartbeatMs = 5000, onError = printError } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: largestPayloadBytes });
  const sessions = new Map<ClientSession, FrameSocket>();
  const calls = new CallTable();
  let switchboard = options.switchboard;

  const context: SessionContext = {
    account,
    calls,
    clock: options.clock ?? Date.now,
    newCallSid: options.newCallSid ?? (() => newSid("CA")),
    newReconnectToken,
    switchboard() {
      if (!switchboard) throw new Error("A call came before the switchboard was set.");
      return switchboard;
    },
    handleMessage: (message) => options.onMessage?.(message),
  };

  function accept(webSocket: WebSocket): void {
    const socket = new FrameSocket(webSocket, {
      heartbeatMs,
      handleFrame: (frame) => session.handle(frame),
      handleFailure: onError,
      handleClose() {
        sessions.delete(session);
        session.handleSocketLost();
      },
    });
    const session = new ClientSession(context, (frame) => socket.send(frame));
    sessions.set(session, socket);
  }

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Any page may try any address, and "//" is none that can be read.
    if (URL.parse(request.url ?? "/", "http://sandbox")?.pathname !== path) {
      // Nobody else hears of a connection that breaks here, and an error that nobody hears ends the process.
      socket.on("error", () => undefined);
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
      return;
    }
    server.handleUpgrade(request, socket, head, accept);
  }

  const registrations: Registrations = {
    invite({ identity, callSid, from, to, params }): ClientLeg | undefined {
      const sockets = [...sessions.keys()].filter((session) => session.isRegisteredAs(identity));
      if (sockets.length === 0) return undefined;
      const group = new RingGroup({
        sockets,
        newReconnectToken,
        parameters: {
          CallSid: callSid,
          From: from,
          To: to,
          AccountSid: account.accountSid,
          Params: toQuery(params),
        },
      });
      const leg = BrowserLeg.toGroup({
        callSid,
        identity,
        group,
        newReconnectToken,
        onEnd: (ended) => calls.remove(ended),
      });
      calls.add(leg);
      return leg;
    },
  };

  return {
    registrations,
    handleUpgrade,
    setSwitchboard(next) {
      switchboard = next;
    },
    attach(httpServer) {
      httpServer.on("upgrade", handleUpgrade);
    },
    sendMessage(callSid, { content, contentType = "application/json" }) {
      const socket = calls.findByCallSid(callSid)?.socket;
      socket?.send({
        type: "message",
        payload: {
          callsid: callSid,
          content,
          contenttype: contentType,
          messagetype: "user-defined-message",
          voiceeventsid: newSid("KX"),
        },
      });
      return socket !== undefined;
    },
    dropSockets() {
      for (const socket of sessions.values()) socket.drop();
    },
    async close() {
      for (const leg of calls.legs) leg.end();
      for (const socket of sessions.values()) socket.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function printError(error: unknown): void {
  console.error("The sandbox carrier failed to handle a frame.", error);
}

/** Encoded with `%20`, since the SDK reads `+` as a space in values and as itself in names. */
function toQuery(params: Record<string, string>): string {
  return Object.entries(params)
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&");
}
