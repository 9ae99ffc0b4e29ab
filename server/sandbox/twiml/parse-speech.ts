import { TwilioError } from "../twilio-error.ts";
import { readElement, type Warn } from "./attributes.ts";
import type { Speech } from "./verbs.ts";
import type { XmlElement } from "./xml-element.ts";

const longestPauseSeconds = 14_400;
const mostLoops = 1000;

/** Reads Say, Play or Pause. */
export function parseSpeech(element: XmlElement, warn: Warn): Speech {
  switch (element.name) {
    case "Say":
      return parseSay(element, warn);
    case "Play":
      return parsePlay(element, warn);
    default:
      return readElement(element, warn, (attributes) => ({
        verb: "Pause",
        lengthSeconds: attributes.integer("length", { min: 1, max: longestPauseSeconds, code: 13910 }) ?? 1,
      }));
  }
}

export function isSpeech(element: XmlElement): boolean {
  return ["Say", "Play", "Pause"].includes(element.name);
}

function parseSay(element: XmlElement, warn: Warn): Speech {
  if (element.text === "") throw new TwilioError(13520, "There is nothing to say.");
  return readElement(element, warn, (attributes) => {
    // Every voice and language sounds the same here: prompts are recorded, not synthesised.
    attributes.text("voice");
    attributes.text("language");
    return {
      verb: "Say",
      text: element.text,
      loop: attributes.integer("loop", { min: 0, max: mostLoops, code: 13510 }) ?? 1,
    };
  });
}

function parsePlay(element: XmlElement, warn: Warn): Speech {
  return readElement(element, warn, (attributes) => {
    if (attributes.text("digits") !== undefined) {
      throw new TwilioError(12200, "The sandbox carrier does not know how to Play digits.");
    }
    if (element.text === "") throw new TwilioError(11100, "Play names no URL.");
    return {
      verb: "Play",
      url: element.text,
      loop: attributes.integer("loop", { min: 0, max: mostLoops, code: 13410 }) ?? 1,
    };
  });
}
