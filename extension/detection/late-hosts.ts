export interface LateHostsParts {
  shadowRootOf: (element: Element) => ShadowRoot | null;
  onRoot: (root: ShadowRoot) => void;
}

const firstLookMs = 250;
const lastLookMs = 32_000;
const mostHosts = 2_000;

/**
 * Custom elements whose script has not come yet. When it comes they get a shadow root, of which no observer is told, and extensions
 * may not ask the page's registry; so they are looked at again, each time after twice as long.
 */
export class LateHosts {
  readonly #hosts = new Set<Element>();
  readonly #parts: LateHostsParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(parts: LateHostsParts, signal: AbortSignal) {
    this.#parts = parts;
    signal.addEventListener("abort", () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
    });
  }

  add(host: Element): void {
    if (this.#hosts.size >= mostHosts || host.matches(":defined")) return;
    this.#hosts.add(host);
    if (this.#timer === undefined) this.#lookAfter(firstLookMs);
  }

  #lookAfter(delayMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#look();
      if (this.#hosts.size > 0 && delayMs < lastLookMs) this.#lookAfter(delayMs * 2);
    }, delayMs);
  }

  #look(): void {
    for (const host of this.#hosts) {
      const root = this.#parts.shadowRootOf(host);
      if (root) this.#parts.onRoot(root);
      if (root || !host.isConnected || host.matches(":defined")) this.#hosts.delete(host);
    }
  }
}
