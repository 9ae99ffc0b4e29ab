import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";

/** A request that the carrier sent to the application. */
interface VoiceRequest {
  path: string;
  fields: Record<string, string>;
  /** Whether the twilio library finds its signature right. */
  isSigned: boolean;
}

/** A customer's web application: answers the carrier's questions with the TwiML that a test gives it, and keeps them. */
export async function startVoiceApplication(authToken: string) {
  const requests: VoiceRequest[] = [];
  const documents = new Map<string, string>();
  let origin = "";

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "/";
      const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
      const signature = String(request.headers["x-twilio-signature"]);
      requests.push({ path, fields, isSigned: twilio.validateRequest(authToken, signature, `${origin}${path}`, fields) });
      response.writeHead(200, { "content-type": "text/xml" }).end(`<Response>${documents.get(path) ?? ""}</Response>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    requests,
    voiceUrl: `${origin}/voice`,
    /** What the application says at a path from now on, without the Response around it. */
    answer(path: string, twiml: string) {
      documents.set(path, twiml);
    },
    requestsTo: (path: string) => requests.filter((request) => request.path === path),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
