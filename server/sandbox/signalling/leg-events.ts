import type { ClientLegListener } from "../legs.ts";

type LegEvent = (listener: ClientLegListener) => void;

/** Tells a leg's listener what happens. What happens before there is one is told when it comes. */
export class LegEvents {
  #listener: ClientLegListener | undefined;
  #untold: LegEvent[] = [];

  listen(listener: ClientLegListener): void {
    this.#listener = listener;
    for (const tell of this.#untold.splice(0)) tell(listener);
  }

  tell(event: LegEvent): void {
    if (this.#listener) event(this.#listener);
    else this.#untold.push(event);
  }
}
