import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

// The SDK as its makers built it for a script tag. The package does not export that file, but it lies beside its entry.
const sdkEntry = createRequire(import.meta.url).resolve("@twilio/voice-sdk");
const sdkScript = join(dirname(sdkEntry), "../dist/twilio.js");

const files: Record<string, { path: URL | string; type: string }> = {
  "/": { path: new URL("page/index.html", import.meta.url), type: "text/html" },
  "/before-sdk.js": { path: new URL("page/before-sdk.js", import.meta.url), type: "text/javascript" },
  "/harness.js": { path: new URL("page/harness.js", import.meta.url), type: "text/javascript" },
  "/twilio.js": { path: sdkScript, type: "text/javascript" },
  "/sound.opus": { path: new URL("../prompts/clips/goodbye.opus", import.meta.url), type: "audio/ogg" },
};

/** Pages with the real SDK, served on loopback. */
export interface SdkPageServer {
  /** The address of a page whose SDK speaks to the sandbox at `signalUrl`. */
  pageUrl(signalUrl: string): string;
  close(): Promise<void>;
}

export async function serveSdkPage(): Promise<SdkPageServer> {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? "/", "http://page").pathname];
    if (!file) return response.writeHead(404).end();
    readFile(file.path).then(
      (content) => response.writeHead(200, { "content-type": file.type }).end(content),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pageUrl: (signalUrl) => `http://127.0.0.1:${port}/?signalUrl=${encodeURIComponent(signalUrl)}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
