import { existsSync, readFileSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { createAuth } from "./accounts/auth.ts";
import { createReadSession } from "./accounts/read-session.ts";
import { createApp } from "./app.ts";
import { startReconciler } from "./calls/start-reconciler.ts";
import { systemClock } from "./clock.ts";
import { defaultConfig, isLoopback, readConfig, type Config } from "./config.ts";
import { openDemoAccount } from "./demo-account/open-demo-account.ts";
import { tellError } from "./http/on-error.ts";
import { createLiveBus } from "./live/live-bus.ts";
import { createLiveStreams } from "./live/live-streams.ts";
import { createLogger } from "./logger.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { createStripeProvider } from "./payments/stripe/stripe-provider.ts";
import { openRatesInForce } from "./rates/rates-in-force.ts";
import { loadStarterDeck } from "./rates/starter-deck.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { listen } from "./start/listen.ts";
import { openCarrier } from "./start/open-carrier.ts";
import { openStore } from "./start/open-store.ts";
import { StartRefused } from "./start/start-refused.ts";
import type { WholeStore } from "./store/whole-store.ts";
import { createVoiceTokens } from "./twilio/access-token.ts";
import { createTwilioCarrier } from "./twilio/twilio-carrier.ts";
import { callbackUrl, webhookPaths } from "./twilio/webhook-urls.ts";
import { readProfile } from "./wallet/read-profile.ts";

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:8787. */
  url: string;
  store: WholeStore;
  /** The carrier inside this process, when there is one. */
  sandbox: Sandbox | undefined;
  close(): Promise<void>;
}

const shutdownGraceMs = 5_000;
const reconcileIntervalMs = 5_000;

/**
 * Starts the whole server: the only place that knows everything. Throws a StartRefused with a sentence for its operator when it
 * cannot start. Closing it lets requests under way finish and leaves the database closed and unlocked.
 */
export async function startServer(overrides: Partial<Config> = {}): Promise<RunningServer> {
  const config = { ...defaultConfig, ...overrides };
  const undo = new AsyncDisposableStack();
  try {
    return await assemble(config, undo);
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

async function assemble(config: Config, undo: AsyncDisposableStack): Promise<RunningServer> {
  const clock = systemClock;
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();

  const { store, authSecret: secret } = await openStore(config, undo, { clock, logger, observeGroup: metrics.observeCommit });
  const rates = await openRatesInForce({ store, starterDeck: loadStarterDeck(), logger });
  undo.defer(() => rates.close());

  const listener = await listen(config);
  undo.defer(() => listener.close(shutdownGraceMs));
  const publicUrl = config.publicUrl ?? listener.url;

  const { sandbox, client, credentials, ...opened } = await openCarrier(config.carrier, {
    voiceUrl: callbackUrl(publicUrl, webhookPaths.voice),
  });
  // It hangs up and says so by callback, so it goes before the listener does.
  undo.defer(() => sandbox?.close());
  const carrier = createTwilioCarrier(client, { clock });

  const bus = createLiveBus(store);
  undo.defer(() => bus.close());
  const handleFailure = (failure: unknown) => logger.error(tellError(failure), "live stream failed");
  const streams = createLiveStreams({
    bus,
    readProfile: (signedIn) => readProfile({ store, clock }, signedIn),
    readRev: async (accountId) => (await store.findAccount(accountId))?.rev,
    handleFailure,
  });
  // A stream would keep its connection, and with it the listener, open for ever.
  undo.defer(() => streams.close());

  metrics.watchStreams(() => streams.count);
  metrics.watchCalls(() => store.countOpenCalls());
  undo.defer(startReconciler({ store, carrier, clock, logger, metrics, intervalMs: reconcileIntervalMs }));

  // A proxy on this machine would make everybody look as if they came from here; then the public address tells.
  const isAlone = isLoopback(config.host) && isLoopback(new URL(publicUrl).hostname);
  const allowedOrigins = new Set(config.allowedExtensionIds.map((id) => `chrome-extension://${id}`));
  const auth = createAuth({ store, clock, logger, publicUrl, secret, trustedOrigins: [...allowedOrigins] });
  const app = createApp({
    version: readVersion(),
    carrierName: opened.name,
    demoAvailable: opened.name === "sandbox" && isAlone,
    publicUrl,
    allowedOrigins,
    allowedHostnames: isLoopback(config.host) ? hostnamesOf(publicUrl) : undefined,
    logger,
    clock,
    store,
    contacts: store,
    auth,
    readSession: createReadSession(auth),
    isSignUpOpen: async () => !(await store.hasOwner()),
    openDemoAccount: () => openDemoAccount({ auth, store, contacts: store, clock }),
    findRate: rates.findRate,
    carrier,
    issueVoiceToken: createVoiceTokens({ ...credentials, ...opened, ttlSeconds: config.voiceTokenTtlSeconds }),
    twilioAuthToken: credentials.authToken,
    paymentProvider: config.payments && createStripeProvider({ ...config.payments, clock }),
    streams,
    ping: () => store.ping(),
    metrics,
    metricsToken: config.metricsToken,
    metricsNeedToken: !isAlone,
  });
  listener.serve(app.fetch);
  return { url: listener.url, store, sandbox, close: () => undo.disposeAsync() };
}

function hostnamesOf(publicUrl: string): Set<string> {
  return new Set(["127.0.0.1", "localhost", "[::1]", new URL(publicUrl).hostname]);
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return version;
}

async function main(): Promise<void> {
  if (existsSync(".env")) loadEnvFile();
  const config = readConfig();
  if (!config.ok) return refuse(config.error);
  try {
    const server = await startServer(config.value);
    const carrier = config.value.carrier.kind === "twilio" ? "Twilio" : "a sandbox carrier";
    console.log(`Ringback is ready at ${server.url}, with ${carrier}. Stop it with Ctrl+C.`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    refuse(error.message);
  }
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

if (import.meta.main) await main();
