import { TwilioError } from "../twilio-error.ts";
import { readElement, type Attributes, type Warn } from "./attributes.ts";
import { statusEvents, type Action, type DialTarget, type DialVerb, type StatusCallback, type StatusEvent } from "./verbs.ts";
import type { XmlElement } from "./xml-element.ts";

const mostTargets = 10;
const defaultTimeoutSeconds = 30;
const longestTimeoutSeconds = 600;
const longestCallSeconds = 14_400;

/** Reads Dial with its Number and Client nouns. https://www.twilio.com/docs/voice/twiml/dial */
export function parseDial(element: XmlElement, warn: Warn): DialVerb {
  return readElement(element, warn, (attributes) => ({
    verb: "Dial",
    targets: parseTargets(element, warn),
    callerId: attributes.text("callerId"),
    timeoutSeconds: attributes.integer("timeout", { min: 1, max: longestTimeoutSeconds, code: 13212 }) ?? defaultTimeoutSeconds,
    timeLimitSeconds: attributes.integer("timeLimit", { min: 1, max: longestCallSeconds, code: 13216 }) ?? longestCallSeconds,
    answerOnBridge: attributes.boolean("answerOnBridge"),
    action: readAction(attributes),
  }));
}

function readAction(attributes: Attributes): Action | undefined {
  const method = attributes.method("method", 13210);
  const url = attributes.text("action");
  return url === undefined ? undefined : { url, method };
}

function parseTargets(element: XmlElement, warn: Warn): DialTarget[] {
  const nouns = element.children.map((child) => parseTarget(child, warn));
  // <Dial>+14155550100</Dial> is short for a single Number.
  const targets = nouns.length > 0 || element.text === "" ? nouns : [plainNumber(element.text)];
  if (targets.length === 0) throw new TwilioError(13215, "Dial names nobody to call.");
  if (targets.length > mostTargets) throw new TwilioError(13215, `Dial names more than ${mostTargets} parties.`);
  return targets;
}

function plainNumber(text: string): DialTarget {
  return { kind: "number", number: readNumber(text), sendDigits: "", statusCallback: undefined };
}

function parseTarget(element: XmlElement, warn: Warn): DialTarget {
  switch (element.name) {
    case "Number":
      return readElement(element, warn, (attributes) => ({
        kind: "number",
        number: readNumber(element.text),
        sendDigits: readSendDigits(attributes),
        statusCallback: readStatusCallback(attributes),
      }));
    case "Client":
      return parseClient(element, warn);
    default:
      throw new TwilioError(13215, `The sandbox carrier cannot dial ${element.name}, only Number and Client.`);
  }
}

/** Takes the punctuation out of a number, as Twilio does. Whether anybody can be reached at it is found out by dialling. */
function readNumber(text: string): string {
  const number = text.replace(/[\s().-]/g, "");
  if (/^\+?\d{1,20}$/.test(number)) return number;
  throw new TwilioError(13223, `"${text}" is not a phone number.`);
}

function readSendDigits(attributes: Attributes): string {
  const digits = attributes.text("sendDigits") ?? "";
  if (/^[\dwW*#]*$/.test(digits)) return digits;
  throw new TwilioError(13222, `"${digits}" is more than digits, *, # and w.`);
}

function parseClient(element: XmlElement, warn: Warn): DialTarget {
  const named = (name: string) => element.children.filter((child) => child.name === name);
  const identity = named("Identity")[0]?.text ?? element.text;
  if (identity === "") throw new TwilioError(13215, "Client names no identity.");
  const parameters = named("Parameter").map(({ attributes }) => [attributes["name"] ?? "", attributes["value"] ?? ""]);
  return readElement(element, warn, (attributes) => ({
    kind: "client",
    identity,
    parameters: Object.fromEntries(parameters) as Record<string, string>,
    statusCallback: readStatusCallback(attributes),
  }));
}

function readStatusCallback(attributes: Attributes): StatusCallback | undefined {
  const url = attributes.text("statusCallback");
  const method = attributes.method("statusCallbackMethod", 13221);
  const events = (attributes.text("statusCallbackEvent") ?? "completed").split(/\s+/).filter((event) => event !== "");
  const unknown = events.find((event) => !isStatusEvent(event));
  if (unknown !== undefined) throw new TwilioError(12200, `"${unknown}" is not an event of a call.`);
  return url === undefined ? undefined : { url, method, events: new Set(events.filter(isStatusEvent)) };
}

function isStatusEvent(text: string): text is StatusEvent {
  return statusEvents.some((event) => event === text);
}
