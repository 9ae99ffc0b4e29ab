import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { CallRecords, type CallRecord } from "./call-records.ts";
import { attemptHttp } from "./callbacks/attempt.ts";
import { createDelivery, type Delivery } from "./callbacks/delivery.ts";
import { faultControlRoutes } from "./fault-control.ts";
import { changeFaults, noFaults, type FaultsChange } from "./faults.ts";
import type { Faults, Impairment, SandboxAccount } from "./legs.ts";
import { Notifications, type Notification } from "./notifications.ts";
import { AccountNumbers, type AccountNumber } from "./rest/account-numbers.ts";
import { Applications } from "./rest/applications.ts";
import { createRestApp } from "./rest/rest-app.ts";
import { createVerifications } from "./rest/verifications.ts";
import { pause, realScheduler } from "./scheduler.ts";
import { newSid } from "./sids.ts";
import { createSignalling } from "./signalling/signalling.ts";
import { LiveLegs } from "./switchboard/live-legs.ts";
import { createSwitchboard } from "./switchboard/switchboard.ts";

export interface SandboxOptions {
  account: SandboxAccount;
  /** The account's application asks here what to do with a call. */
  voiceUrl: string;
  /** The account's application is told here that a caller's call has ended. */
  statusCallback?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** The numbers the account has from the start. Left out: one owned and one verified, both fictional. */
  callerIds?: readonly SandboxCallerId[];
  /** Whether a caller ID that is to be verified is: as by a person who types the code in, or one who does not. */
  verifiesCallerIds?: boolean;
  faults?: FaultsChange;
  /** Lets whoever knows the credentials change the faults over HTTP, at /faults. */
  hasFaultControl?: boolean;
}

type SandboxCallerId = Pick<AccountNumber, "kind" | "phoneNumber" | "friendlyName">;

const defaultCallerIds: readonly SandboxCallerId[] = [
  { kind: "owned", phoneNumber: "+14155550190", friendlyName: "Sandbox line" },
  { kind: "verified", phoneNumber: "+14155550199", friendlyName: "My own phone" },
];

/** A running sandbox carrier. */
export interface Sandbox {
  /** The origin of the REST API: what api.twilio.com and pricing.twilio.com are to the real one. */
  url: string;
  /** Where the voice SDK's signalling connects to. */
  signalUrl: string;
  setVoiceUrl(voiceUrl: string): void;
  /** Change it in place; it takes effect at once. */
  faults: Faults;
  /** Every leg so far, oldest first. */
  calls(): CallRecord[];
  /** What the carrier found wrong with calls: the account's debugger. */
  notifications(): readonly Notification[];
  /** Cuts off every browser's signalling, as a network that fails does. */
  dropSockets(): void;
  /** Silences the audio of every call under way, both ways. */
  blackholeMedia(): void;
  /** Puts a bad network under the audio of every call under way, or a good one again. */
  impairMedia(network: Impairment): void;
  /** Hangs up what goes on, tells the applications so, and stops. */
  close(): Promise<void>;
}

/** Starts a carrier of one account: REST API and signalling on one address. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { account, host = "127.0.0.1", port = 0 } = options;
  const scheduler = realScheduler;
  const nowMs = () => scheduler.nowMs();
  const faults = noFaults();
  changeFaults(faults, options.faults ?? {});
  const records = new CallRecords();
  const liveLegs = new LiveLegs();
  const notifications = new Notifications(nowMs);
  const numbers = numbersOf(options, nowMs());
  const applications = applicationsOf(options, nowMs);
  const { authToken, accountSid, applicationSid } = account;
  const delivery = createDelivery({ authToken, faults, notifications, scheduler, attempt: attemptHttp });
  const { webhooks, sendStatus } = delivery;
  const succeeds = options.verifiesCallerIds ?? true;
  const verifications = createVerifications({ accountSid, numbers, scheduler, succeeds, newCode, sendStatus });

  const signalling = createSignalling({ account });
  signalling.setSwitchboard(
    createSwitchboard({
      account,
      findApplication: (sid) => applications.find(sid),
      mayShow: (callerId) => numbers.has(callerId),
      registrations: signalling.registrations,
      newCallSid: () => newSid("CA"),
      records,
      liveLegs,
      notifications,
      webhooks,
      sendStatus,
      faults,
      scheduler,
    }),
  );
  const dropSockets = () => signalling.dropSockets();
  const blackholeMedia = () => liveLegs.blackholeAll();
  const switchNetwork = () => {
    signalling.dropSockets();
    liveLegs.loseNetworkAll();
  };
  const impairMedia = (network: Impairment) => liveLegs.impairAll(network);
  const accidents = { dropSockets, blackholeMedia, switchNetwork, impairMedia };
  const faultControl = options.hasFaultControl
    ? faultControlRoutes(faults, { ...accidents, listen: () => liveLegs.listen() })
    : undefined;

  const books = { account, records, liveLegs, numbers, applications, verifications };
  const server = createAdaptorServer({ fetch: createRestApp({ ...books, faults, faultControl, nowMs }).fetch }) as Server;
  signalling.attach(server);
  const address = await listen(server, { port, host });

  return {
    url: `http://${address}`,
    signalUrl: `ws://${address}/signal`,
    faults,
    setVoiceUrl(voiceUrl) {
      applications.change(applicationSid, { voiceUrl });
    },
    calls: () => records.list(),
    notifications: () => notifications.entries,
    ...accidents,
    async close() {
      liveLegs.hangUpAll();
      await sayFarewell(delivery);
      verifications.close();
      await signalling.close();
      await closeServer(server);
    },
  };
}

function numbersOf({ callerIds = defaultCallerIds }: SandboxOptions, createdAtMs: number): AccountNumbers {
  const numbers = new AccountNumbers();
  for (const callerId of callerIds) numbers.add({ ...callerId, createdAtMs });
  return numbers;
}

function applicationsOf({ account, voiceUrl, statusCallback }: SandboxOptions, nowMs: () => number): Applications {
  const applications = new Applications(nowMs);
  const methods = { voiceMethod: "POST", statusCallbackMethod: "POST" } as const;
  applications.add({ friendlyName: "Sandbox", voiceUrl, statusCallback, ...methods }, account.applicationSid);
  return applications;
}

function newCode(): string {
  return String(randomInt(100_000, 1_000_000));
}

const farewellMs = 1000;

/** Lets the last callbacks arrive, since a carrier that is gone cannot be asked afterwards; but not for long. */
async function sayFarewell(delivery: Delivery): Promise<void> {
  const said = new AbortController();
  await Promise.race([delivery.idle(), pause(realScheduler, { ms: farewellMs, signal: said.signal })]);
  said.abort();
  delivery.close();
}

function listen(server: Server, at: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () => {
      server.off("error", reject);
      const { address, port, family } = server.address() as AddressInfo;
      resolve(family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
