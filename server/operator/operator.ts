import type { Carrier } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Result } from "#shared/result.ts";
import type { Logger } from "../logger.ts";
import type { WholeStore } from "../store/whole-store.ts";

/** What the operator's commands work with. */
export interface Operator {
  config: Config;
  store: WholeStore;
  clock: Clock;
  logger: Logger;
  /** The carrier that the server uses, for commands that ask it; the failure is a sentence. */
  openCarrier: () => Promise<Result<Carrier, string>>;
}
