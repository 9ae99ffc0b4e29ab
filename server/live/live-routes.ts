import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { AppEnv } from "../http/context.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import type { LiveStreams, StreamSink } from "./live-streams.ts";

export interface LiveRoutesDeps {
  readSession: ReadSession;
  streams: LiveStreams;
}

/**
 * `GET /live`: server-sent events, see shared/live-events.ts. A client that comes back with a `Last-Event-ID` gets the newest
 * snapshot like any other: there are no differences that it could have missed.
 */
export function createLiveRoutes({ readSession, streams }: LiveRoutesDeps) {
  return new Hono<AppEnv & { Bindings: HttpBindings }>().get(
    "/live",
    describeRoute({
      summary: "The profile now and after every change, as server-sent events",
      responses: { 200: { description: "A stream of `profile` and `heartbeat` events", content: { "text/event-stream": {} } } },
    }),
    requireAccount(readSession),
    (c) => {
      // Hono sends a HEAD here too. Its answer has no body, so a stream behind it would never be read or ended.
      if (c.req.method === "HEAD") return c.body(null, 200, streamHeaders);
      const { outgoing } = c.env;
      // Written to the socket past the Response: a stream costs a third of what one through a web stream does, and there are many.
      outgoing.writeHead(200, { ...Object.fromEntries(c.res.headers), ...streamHeaders });
      outgoing.flushHeaders();
      const letGo = streams.open(c.var.signedIn, sinkOf(outgoing));
      outgoing.once("close", letGo);
      // The connection may have gone while the session was looked up; then nothing would ever say so.
      if (outgoing.destroyed) letGo();
      // A copy, since what stands around this handler adds its headers to it and the original is shared by all requests.
      return new Response(null, RESPONSE_ALREADY_SENT);
    },
  );
}

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // nginx would hold events back until its buffer is full.
  "x-accel-buffering": "no",
};

function sinkOf(outgoing: HttpBindings["outgoing"]): StreamSink {
  return {
    write: (text) => void outgoing.write(text),
    get waitingBytes() {
      return outgoing.writableLength;
    },
    end: () => void outgoing.end(),
  };
}
