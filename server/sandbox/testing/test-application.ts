import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";

/** A request of the carrier's, as the application got it. */
interface Received {
  path: string;
  fields: Record<string, string>;
  /** Whether the twilio library takes the signature for the carrier's. */
  isSigned: boolean;
}

/** An application on a port of its own: answers the carrier with TwiML, and checks each signature with the twilio library. */
export async function startTestApplication(options: { authToken: string }) {
  const received: Received[] = [];
  const answers = new Map<string, string>();
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = await readFields(request);
    const signature = String(request.headers["x-twilio-signature"]);
    const path = request.url ?? "";
    const isSigned = twilio.validateRequest(options.authToken, signature, `${origin}${path}`, fields);
    received.push({ path, fields, isSigned });
    response.setHeader("content-type", "text/xml");
    response.end(`<Response>${answers.get(path) ?? ""}</Response>`);
  }

  const server = http.createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    /** The TwiML of a path's answers, in its Response. */
    answers,
    /** The statuses told at a path, in the order of arrival. */
    statusesAt: (path: string) => received.filter((request) => request.path === path).map(({ fields }) => fields["CallStatus"]),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readFields(request: IncomingMessage): Promise<Record<string, string>> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return Object.fromEntries(new URLSearchParams(body));
}
