import { TwilioError } from "../twilio-error.ts";
import { readElement, type Attributes, type Warn } from "./attributes.ts";
import { isSpeech, parseSpeech } from "./parse-speech.ts";
import type { GatherVerb } from "./verbs.ts";
import type { XmlElement } from "./xml-element.ts";

const defaultTimeoutSeconds = 5;
const longestTimeoutSeconds = 600;
const mostDigits = 1000;

/** Reads Gather, for digits. https://www.twilio.com/docs/voice/twiml/gather */
export function parseGather(element: XmlElement, warn: Warn): GatherVerb {
  return readElement(element, warn, (attributes) => {
    const input = attributes.text("input") ?? "dtmf";
    if (!input.split(/\s+/).includes("dtmf")) throw new TwilioError(12200, "The sandbox carrier gathers digits only.");
    return {
      verb: "Gather",
      prompts: element.children.map((child) => parsePrompt(child, warn)),
      timeoutSeconds: attributes.integer("timeout", { min: 0, max: longestTimeoutSeconds, code: 13313 }) ?? defaultTimeoutSeconds,
      numDigits: attributes.integer("numDigits", { min: 1, max: mostDigits, code: 13314 }),
      finishOnKey: readFinishOnKey(attributes),
      actionOnEmptyResult: attributes.boolean("actionOnEmptyResult"),
      action: { url: attributes.text("action"), method: attributes.method("method", 13312) },
    };
  });
}

function parsePrompt(element: XmlElement, warn: Warn) {
  if (!isSpeech(element)) throw new TwilioError(13320, `${element.name} cannot be nested in Gather.`);
  return parseSpeech(element, warn);
}

function readFinishOnKey(attributes: Attributes): string {
  const keys = attributes.text("finishOnKey") ?? "#";
  if (/^[\d*#]*$/.test(keys)) return keys;
  throw new TwilioError(13310, `"${keys}" is more than digits, * and #.`);
}
