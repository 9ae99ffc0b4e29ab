import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";

/** One HTTP request to a webhook, ready to be sent. */
export interface AttemptRequest {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string;
  connectTimeoutMs: number;
  readTimeoutMs: number;
  signal: AbortSignal;
}

/** What came of it. `detail` is a sentence for a person. */
export type Outcome =
  | { kind: "response"; status: number; contentType: string; body: Buffer }
  | { kind: "not-connected"; detail: string }
  | { kind: "not-read"; detail: string }
  | { kind: "too-large"; detail: string };

export type Attempt = (request: AttemptRequest) => Promise<Outcome>;

const largestBodyBytes = 1_000_000;

/**
 * Sends one request over a connection of its own, and tells a failure to connect from a failure to read: Twilio retries them
 * by different rules. That is why this is not `fetch`, which tells neither.
 */
export const attemptHttp: Attempt = (options) =>
  new Promise((resolve) => {
    const { url, method, headers, body, signal } = options;
    const client = url.startsWith("https:") ? https : http;
    const request = client.request(url, {
      method,
      headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      agent: false,
      signal,
    });
    const isConnected = watchTimeouts(request, options);
    request.on("response", (response) => {
      void readBody(response).then(resolve);
    });
    request.on("error", (error) => {
      resolve({ kind: isConnected() ? "not-read" : "not-connected", detail: describe(error) });
    });
    request.end(body);
  });

/** Gives up when connecting takes too long, or when nothing is heard for too long after. Says whether it has connected. */
function watchTimeouts(request: ClientRequest, options: AttemptRequest): () => boolean {
  const { connectTimeoutMs, readTimeoutMs, url } = options;
  let isConnected = false;
  const connectTimer = setTimeout(
    () => request.destroy(new Error(`No connection within ${connectTimeoutMs} ms.`)),
    connectTimeoutMs,
  );
  request.on("socket", (socket) => {
    socket.once(url.startsWith("https:") ? "secureConnect" : "connect", () => {
      isConnected = true;
      clearTimeout(connectTimer);
      request.setTimeout(readTimeoutMs, () => request.destroy(new Error(`No answer within ${readTimeoutMs} ms.`)));
    });
  });
  request.on("close", () => clearTimeout(connectTimer));
  return () => isConnected;
}

async function readBody(response: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > largestBodyBytes) return { kind: "too-large", detail: `The answer has more than ${largestBodyBytes} bytes.` };
      chunks.push(chunk);
    }
  } catch (error) {
    return { kind: "not-read", detail: describe(error) };
  }
  return {
    kind: "response",
    status: response.statusCode ?? 0,
    contentType: response.headers["content-type"] ?? "",
    body: Buffer.concat(chunks),
  };
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(" ");
  return error instanceof Error ? error.message : String(error);
}
