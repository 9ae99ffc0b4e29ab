import { createAdaptorServer } from "@hono/node-server";
import { request, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppEnv } from "./context.ts";
import { limitBody } from "./limit-body.ts";

let reads: number;
let server: ReturnType<typeof createAdaptorServer>;

beforeEach(async () => {
  reads = 0;
  const app = new Hono<AppEnv>().use(limitBody()).post("/", async (c) => {
    reads += 1;
    return c.text(String((await c.req.text()).length));
  });
  server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => void server.close(resolve)));

/** Sends a body through a real socket. Without a length among the headers it travels in chunks, as one that is made on the way does. */
function post(bytes: number, headers: OutgoingHttpHeaders = {}): Promise<{ status: number | undefined; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method: "POST", agent: false, headers }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode, body }));
    });
    // The server has answered and let go, and does not wait for the rest.
    asked.on("error", (error: NodeJS.ErrnoException) => error.code !== "EPIPE" && error.code !== "ECONNRESET" && reject(error));
    for (let left = bytes; left > 0; left -= 4_096) asked.write("x".repeat(Math.min(left, 4_096)));
    asked.end();
  });
}

const limit = 64 * 1024;
const told = (bytes: number) => ({ "content-length": bytes });

test("a body up to the limit is read whole, whether its length was told or not", async () => {
  expect(await post(limit, told(limit))).toEqual({ status: 200, body: String(limit) });
  expect(await post(limit)).toEqual({ status: 200, body: String(limit) });
});

test("a body whose length is told to be larger is refused unread", async () => {
  expect((await post(limit + 1, told(limit + 1))).status).toBe(413);
  expect((await post(1024 * 1024, told(1024 * 1024))).status).toBe(413);
  expect(reads).toBe(0);
});

test("a larger body that does not tell its length is refused unread by the handler", async () => {
  expect((await post(limit + 1)).status).toBe(413);
  expect((await post(1024 * 1024)).status).toBe(413);
  expect(reads).toBe(0);
});
