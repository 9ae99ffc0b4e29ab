import type { Profile } from "#shared/api/profile.ts";
import type { LiveEvent } from "#shared/live-events.ts";
import { createApi, type Api } from "../../platform/api.ts";

/** A server behind `fetch`, whose live stream can be held, broken and silenced from a test. */
export interface FakeServer {
  api: Api;
  /** Paths asked for so far, "GET /api/user/profile" and the like. */
  requests: string[];
  /** The `last-event-id` of each stream that was opened. */
  lastEventIds: (string | null)[];
  /** How often the profile was sent whole, and how often only that it is unchanged. */
  profileAnswers: { whole: number; unchanged: number };
  /** What the profile route answers, and what a stream that opens begins with. */
  profile: Profile;
  /** Whether a stream can be had. */
  isStreaming: boolean;
  /** Whether anything can be had. */
  isUp: boolean;
  push(event: LiveEvent): void;
  /** Breaks the streams that are open. */
  breakStreams(): void;
  readonly openStreams: number;
  /** Answers to other routes, by "POST /api/calls" and the like. */
  routes: Record<string, (body: unknown) => Response | Promise<Response>>;
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

export function createFakeServer(profile: Profile): FakeServer {
  const streams = new Set<Controller>();
  const encoder = new TextEncoder();
  const write = (controller: Controller, event: LiveEvent) => {
    const id = event.type === "profile" ? event.profile.rev : event.rev;
    controller.enqueue(encoder.encode(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`));
  };

  function openStream(signal: AbortSignal): Response {
    let opened: Controller | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        opened = controller;
        streams.add(controller);
        write(controller, { type: "profile", profile: server.profile });
        signal.addEventListener("abort", () => {
          if (streams.delete(controller)) controller.error(signal.reason);
        });
      },
      cancel() {
        if (opened) streams.delete(opened);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  async function answer(url: string, init: RequestInit): Promise<Response> {
    const route = `${init.method ?? "GET"} ${new URL(url).pathname}`;
    server.requests.push(route);
    init.signal?.throwIfAborted();
    if (!server.isUp) throw new TypeError("Failed to fetch");
    const given = server.routes[route];
    if (given) return given(typeof init.body === "string" ? JSON.parse(init.body) : undefined);
    if (route === "GET /api/user/profile") return answerProfile(new Headers(init.headers).get("if-none-match"));
    if (route !== "GET /api/live") return new Response("", { status: 404 });
    server.lastEventIds.push(new Headers(init.headers).get("last-event-id"));
    return server.isStreaming && init.signal ? openStream(init.signal) : new Response("", { status: 502 });
  }

  function answerProfile(asked: string | null): Response {
    const etag = `"${[server.profile.rev, ...server.profile.recentCalls.map(({ id }) => id)].join(".")}"`;
    const isUnchanged = asked === etag;
    server.profileAnswers[isUnchanged ? "unchanged" : "whole"] += 1;
    return isUnchanged ? new Response(null, { status: 304 }) : Response.json(server.profile, { headers: { etag } });
  }

  const server: FakeServer = {
    api: createApi({
      serverUrl: "http://127.0.0.1:8787",
      bearerToken: "token",
      fetch: (input, init = {}) => answer(input instanceof Request ? input.url : input.toString(), init),
    }),
    requests: [],
    lastEventIds: [],
    profileAnswers: { whole: 0, unchanged: 0 },
    profile,
    isStreaming: true,
    isUp: true,
    routes: {},
    push: (event) => streams.forEach((controller) => write(controller, event)),
    breakStreams() {
      for (const controller of streams) controller.error(new TypeError("network error"));
      streams.clear();
    },
    get openStreams() {
      return streams.size;
    },
  };
  return server;
}
