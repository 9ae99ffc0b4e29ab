import { TwilioError, type TwilioErrorCode } from "../twilio-error.ts";
import type { HttpMethod } from "./verbs.ts";
import type { XmlElement } from "./xml-element.ts";

/** Says that something is odd about an element, though the call can go on: Twilio's warning 12200. */
export type Warn = (detail: string) => void;

/** Reads an element by its attributes, and warns of those that were not asked for. */
export function readElement<Read>(element: XmlElement, warn: Warn, read: (attributes: Attributes) => Read): Read {
  const attributes = new Attributes(element);
  const result = read(attributes);
  for (const name of attributes.leftOver()) {
    warn(`The sandbox carrier does not know the attribute ${name} of ${element.name}, and ignores it.`);
  }
  return result;
}

/** Reads an element's attributes. A wrong value throws the error that Twilio has for it; an unknown name is left over. */
export class Attributes {
  readonly #element: XmlElement;
  readonly #read = new Set<string>();

  constructor(element: XmlElement) {
    this.#element = element;
  }

  text(name: string): string | undefined {
    this.#read.add(name);
    return this.#element.attributes[name];
  }

  integer(name: string, rule: { min: number; max: number; code: TwilioErrorCode }): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= rule.min && value <= rule.max) return value;
    throw new TwilioError(rule.code, `"${text}" is not a whole number from ${rule.min} to ${rule.max}.`);
  }

  boolean(name: string): boolean {
    return this.oneOf(name, { values: ["true", "false"], fallback: "false", code: 12200 }) === "true";
  }

  method(name: string, code: TwilioErrorCode): HttpMethod {
    return this.oneOf(name, { values: ["GET", "POST"], fallback: "POST", code });
  }

  oneOf<Value extends string>(name: string, rule: { values: readonly Value[]; fallback: Value; code: TwilioErrorCode }): Value {
    const text = this.text(name);
    if (text === undefined) return rule.fallback;
    const value = rule.values.find((known) => known.toLowerCase() === text.toLowerCase());
    if (value !== undefined) return value;
    throw new TwilioError(rule.code, `"${text}" is not one of ${rule.values.join(", ")} for ${name}.`);
  }

  /** The attributes nobody asked for. Twilio warns of them and goes on. */
  leftOver(): string[] {
    return Object.keys(this.#element.attributes).filter((name) => !this.#read.has(name));
  }
}
