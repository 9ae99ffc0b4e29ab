import { Hono } from "hono";
import type { AccountId } from "#shared/ids.ts";
import type { Carrier } from "../../carrier.ts";
import { createCallRoutes } from "../../calls/call-routes.ts";
import { createTransactionRoutes } from "../../calls/transaction-routes.ts";
import { createTwilioWebhooks } from "../../calls/twilio-webhooks.ts";
import type { Clock } from "../../clock.ts";
import type { AppEnv, SignedIn } from "../../http/context.ts";
import { onError } from "../../http/on-error.ts";
import type { Logger } from "../../logger.ts";
import type { FindRate } from "../../rates/find-rate.ts";
import type { WholeStore } from "../../store/whole-store.ts";
import type { SimulatedDatabase } from "../database/simulated-database.ts";
import { createPower, type Power, type Failure } from "./power.ts";

export const publicUrl = "https://ringback.example";
export const authToken = "0123456789abcdef0123456789abcdef";

/** What came back from the server. */
export interface Answer {
  status: number;
  body: string;
}

/** What is around a server and outlives it. */
export interface Surroundings {
  database: SimulatedDatabase;
  clock: Clock;
  findRate: FindRate;
  /** The carrier's API, for as long as the server that asks has power. */
  carrierFor: (power: Power) => Carrier;
  /** What the server found worth a line in its log although its power was on. */
  onLogged: (level: "warn" | "error", line: string) => void;
  onFailed: (failure: Failure) => void;
}

/** A server process: the real routes on the real store, from its start until its power goes out. */
export interface SimulatedServer {
  power: Power;
  store: WholeStore;
  carrier: Carrier;
  clock: Clock;
  logger: Logger;
  /** Undefined when the power went out before there was an answer. */
  request: (path: string, init: RequestInit) => Promise<Answer | undefined>;
}

export async function startSimulatedServer(surroundings: Surroundings): Promise<SimulatedServer> {
  const { database, clock, findRate, onLogged, onFailed } = surroundings;
  const power: Power = createPower((failure) => {
    if (failure.kind === "power") database.cutOff(power);
    onFailed(failure);
  });
  const store = await database.openStore({ clock, power });
  const carrier = surroundings.carrierFor(power);
  const logger = createTellingLogger((level, line) => power.isOn() && onLogged(level, line));
  const deps = { store, contacts: store, carrier, findRate, clock, logger, publicUrl, twilioAuthToken: authToken, readSession };
  const app = new Hono<AppEnv>().route(
    "/api",
    new Hono<AppEnv>()
      .route("/", createTwilioWebhooks(deps))
      .route("/", createCallRoutes(deps))
      .route("/", createTransactionRoutes(deps)),
  );
  app.onError(onError(logger));
  return {
    power,
    store,
    carrier,
    clock,
    logger,
    async request(path, init) {
      if (!power.isOn()) return undefined;
      const response = await app.request(path, init);
      const answer = { status: response.status, body: await response.text() };
      return power.isOn() ? answer : undefined;
    },
  };
}

/** The bearer is the account itself: whose session a token is, is another room's business. */
async function readSession(headers: Headers): Promise<SignedIn | undefined> {
  const accountId = headers.get("authorization")?.replace("Bearer ", "");
  if (!accountId) return undefined;
  return {
    userId: accountId,
    accountId: accountId as AccountId,
    email: "caller@ringback.example",
    name: "Caller",
    role: "member",
    isDemo: false,
  };
}

const quiet = () => undefined;

/** A logger that hands on what is a warning or worse, and writes nothing. */
function createTellingLogger(tell: (level: "warn" | "error", line: string) => void): Logger {
  const line =
    (level: "warn" | "error") =>
    ({ stack: _stack, ...fields }: { stack?: string }, message: string) =>
      tell(level, `${message} ${JSON.stringify(fields)}`);
  return { info: quiet, debug: quiet, warn: line("warn"), error: line("error") } as unknown as Logger;
}
