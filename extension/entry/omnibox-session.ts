import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { Api } from "../platform/api.ts";
import { formatRate } from "../ui/format-rate.ts";
import { readKnownPeople } from "./known-people.ts";
import { matchingPeople, type Person } from "./matching-people.ts";
import { defaultDescription, readEntered, suggestionOf } from "./omnibox-suggestions.ts";

/** What the address bar shows for a text. */
export interface Shown {
  description: string;
  suggestions: { content: string; description: string }[];
}

interface OmniboxSessionParts {
  api: Pick<Api, "listContacts" | "listCalls" | "rate">;
  country: CountryCode;
  /** The caller ID, by which a rate may depend. */
  fromNumber: E164 | undefined;
}

const mostSuggestions = 6;

/**
 * The address bar from its keyword to Enter. Contacts and calls are asked for once and looked through here, so that a name is there as soon
 * as it is typed; rates are asked for the few that are shown, once each.
 */
export class OmniboxSession {
  readonly #parts: OmniboxSessionParts;
  readonly #people: Promise<Person[]>;
  readonly #rates = new Map<E164, string | undefined>();
  #newest = "";

  constructor(parts: OmniboxSessionParts) {
    this.#parts = parts;
    this.#people = readKnownPeople(parts.api);
  }

  /** Shows what is known at once, and again with the rates when they are. A text that is typed over is not shown any more. */
  async follow(text: string, show: (shown: Shown) => void): Promise<void> {
    this.#newest = text;
    const entered = readEntered(text, this.#parts.country);
    // A number needs nobody's answer to be called.
    if (entered.kind === "number") show({ description: defaultDescription(entered, undefined), suggestions: [] });
    const people = matchingPeople(await this.#people, text).slice(0, mostSuggestions);
    if (this.#newest !== text) return;
    const write = (): Shown => ({
      description: defaultDescription(entered, entered.kind === "number" ? this.#rates.get(entered.number) : undefined),
      suggestions: people.map((person) => suggestionOf(person, this.#rates.get(person.number))),
    });
    show(write());
    const numbers = people.map(({ number }) => number);
    if (entered.kind === "number") numbers.push(entered.number);
    const isNews = await this.#readRates(numbers);
    if (isNews && this.#newest === text) show(write());
  }

  /** Gives whether any was learnt. */
  async #readRates(numbers: readonly E164[]): Promise<boolean> {
    const missing = [...new Set(numbers)].filter((number) => !this.#rates.has(number));
    await Promise.all(missing.map((number) => this.#readRate(number)));
    return missing.some((number) => this.#rates.get(number) !== undefined);
  }

  async #readRate(number: E164): Promise<void> {
    const answer = await this.#parts.api.rate({ to: number, from: this.#parts.fromNumber });
    this.#rates.set(number, answer.ok ? formatRate(answer.value.rate) : undefined);
  }
}
