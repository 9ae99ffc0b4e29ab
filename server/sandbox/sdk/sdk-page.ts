import type { Page } from "playwright-core";
import { expect } from "vitest";
import { patienceMs } from "../testing/eventually.ts";

export interface Heard {
  packets: number;
  energy: number;
}

/** One page with the real SDK in it. Its calls are what `page/harness.js` offers. */
export class SdkPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Calls the harness in the page. */
  do<Answer = void>(name: string, ...args: unknown[]): Promise<Answer> {
    return this.#page.evaluate(
      ({ called, given }) => {
        const { harness } = globalThis as unknown as { harness: Record<string, (...given: unknown[]) => Answer> };
        const act = harness[called];
        if (!act) throw new Error(`The harness has no ${called}.`);
        return act(...given);
      },
      { called: name, given: args },
    );
  }

  /** What the SDK has told the app so far. */
  events(): Promise<string[]> {
    return this.#page.evaluate(() => (globalThis as unknown as { harness: { events: string[] } }).harness.events);
  }

  /** Waits until the SDK tells the app something. */
  async sees(event: string, options: { patienceMs?: number } = {}): Promise<void> {
    await expect.poll(() => this.events(), { timeout: options.patienceMs ?? patienceMs }).toContain(event);
  }

  async registers(token: string, options: Record<string, unknown> = {}): Promise<void> {
    await this.do("start", token, options);
    await this.do("register");
    await this.sees("registered");
  }

  async connects(token: string, params: Record<string, string>, options: Record<string, unknown> = {}): Promise<void> {
    await this.do("start", token, options);
    await this.do("connect", params);
  }

  heard(): Promise<Heard> {
    return this.do<Heard>("heard");
  }

  /** Waits until sound comes in: packets, and a level above zero in them. */
  async hearsSound(): Promise<void> {
    const before = await this.heard();
    await expect
      .poll(
        async () => {
          const { packets, energy } = await this.heard();
          return packets > before.packets && energy > before.energy + 1e-4;
        },
        { timeout: patienceMs, interval: 100, message: "sound comes in" },
      )
      .toBe(true);
  }

  /** Waits for a stretch longer than the microphone's beeps are apart in which packets come in and none has sound. */
  async hearsSilence(): Promise<void> {
    let from = await this.heard();
    await expect
      .poll(
        async () => {
          const now = await this.heard();
          if (now.energy > from.energy + 1e-5) from = now;
          return now.packets - from.packets;
        },
        { timeout: patienceMs, interval: 100, message: "packets of silence come in" },
      )
      .toBeGreaterThan(100);
  }

  async close(): Promise<void> {
    await this.#page.context().close();
  }
}
