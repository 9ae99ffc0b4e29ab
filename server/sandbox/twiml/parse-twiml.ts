import { TwilioError } from "../twilio-error.ts";
import { readElement, type Warn } from "./attributes.ts";
import { parseDial } from "./parse-dial.ts";
import { parseGather } from "./parse-gather.ts";
import { parseSpeech } from "./parse-speech.ts";
import type { Verb } from "./verbs.ts";
import { parseXml, type XmlElement } from "./xml-element.ts";

export interface TwimlDocument {
  verbs: readonly Verb[];
  warnings: readonly string[];
}

/** Reads a TwiML document. Throws a TwilioError that names the first thing the carrier cannot do. */
export function parseTwiml(xml: string): TwimlDocument {
  const root = parseXml(xml);
  if (root.name !== "Response") throw new TwilioError(12102, `It is ${root.name}.`);
  const warnings: string[] = [];
  const verbs = root.children.map((element) => parseVerb(element, (detail) => warnings.push(detail)));
  return { verbs, warnings };
}

function parseVerb(element: XmlElement, warn: Warn): Verb {
  switch (element.name) {
    case "Say":
    case "Play":
    case "Pause":
      return parseSpeech(element, warn);
    case "Dial":
      return parseDial(element, warn);
    case "Gather":
      return parseGather(element, warn);
    case "Redirect":
      return parseRedirect(element, warn);
    case "Hangup":
      return readElement(element, warn, () => ({ verb: "Hangup" }));
    case "Reject":
      return readElement(element, warn, (attributes) => ({
        verb: "Reject",
        reason: attributes.oneOf("reason", { values: ["rejected", "busy"], fallback: "rejected", code: 12200 }),
      }));
    default:
      throw new TwilioError(12200, `The sandbox carrier does not know the verb ${element.name}.`);
  }
}

function parseRedirect(element: XmlElement, warn: Warn): Verb {
  if (element.text === "") throw new TwilioError(11100, "Redirect names no URL.");
  return readElement(element, warn, (attributes) => ({
    verb: "Redirect",
    action: { url: element.text, method: attributes.method("method", 13710) },
  }));
}
