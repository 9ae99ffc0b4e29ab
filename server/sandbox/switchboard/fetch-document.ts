import type { Outcome } from "../callbacks/attempt.ts";
import { readResponse, type Response } from "../callbacks/read-response.ts";
import type { WebhookRequest, Webhooks } from "../callbacks/webhooks.ts";
import { parseTwiml, type TwimlDocument } from "../twiml/parse-twiml.ts";
import { TwilioError } from "../twilio-error.ts";

const twimlTypes = new Set(["text/xml", "application/xml", "text/html"]);

/** Asks an application for TwiML. Throws a TwilioError when none comes that can be read. */
export async function fetchDocument(webhooks: Pick<Webhooks, "send">, request: WebhookRequest): Promise<TwimlDocument> {
  const { contentType, body } = requireSuccess(await webhooks.send(request), request);
  const [type = ""] = contentType.toLowerCase().split(";");
  // Twilio reads plain text out to the caller.
  if (type.trim() === "text/plain") return { verbs: [{ verb: "Say", text: body.toString().trim(), loop: 1 }], warnings: [] };
  if (twimlTypes.has(type.trim())) return parseTwiml(body.toString());
  throw new TwilioError(12300, `${request.url} answered with ${contentType || "no Content-Type"}, TwiML is text/xml.`);
}

/** The answer, when there is one with a 2xx status. */
export function requireSuccess(outcome: Outcome, { url }: { url: string }): Response {
  const result = readResponse(outcome, url);
  if (result.ok) return result.response;
  throw result.error;
}

/** A URL of a document, which may be relative to the document's own. An absolute one stays as it is written: it is signed so. */
export function resolveUrl(url: string, documentUrl: string): string {
  const resolved = URL.parse(url, documentUrl);
  if (resolved && /^https?:$/.test(resolved.protocol)) return /^https?:\/\//i.test(url) ? url : resolved.href;
  throw new TwilioError(11100, `"${url}" is no URL that can be asked.`);
}
