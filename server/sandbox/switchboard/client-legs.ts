import type { ClientLeg } from "../legs.ts";
import type { CallerCall } from "./caller-call.ts";
import type { ChildLeg, ChildLegListener } from "./child-leg.ts";

/** A leg to another browser. */
export class BrowserChildLeg implements ChildLeg {
  readonly #leg: ClientLeg;
  #caller: CallerCall | undefined;

  constructor(leg: ClientLeg) {
    this.#leg = leg;
  }

  start(listener: ChildLegListener): void {
    this.#leg.listen({
      handleAnswer: () => listener.handleAnswer(),
      handleReject: () => listener.handleEnd("busy"),
      handleHangUp: () => listener.handleEnd("no-answer"),
      handleDigits: () => {},
    });
    listener.handleRinging();
  }

  join(caller: CallerCall): void {
    this.#caller = caller;
    caller.media.sendTo(this.#leg.media);
    this.#leg.media.sendTo(caller.media);
  }

  end(): void {
    this.#caller?.media.sendTo(undefined);
    this.#leg.end();
  }
}

/** A leg to an identity that no browser is registered as. */
export const absentClientLeg: ChildLeg = {
  start: (listener) => listener.handleEnd("no-answer"),
  join: () => {},
  end: () => {},
};
