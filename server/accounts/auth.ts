import { shortestPassword } from "#shared/api/password.ts";
import { accountIdSchema } from "#shared/ids.ts";
import { betterAuth } from "better-auth";
import { bearer } from "better-auth/plugins/bearer";
import { ulid } from "ulid";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { demoSignIn } from "./demo-sign-in.ts";

export interface AuthDeps {
  store: Pick<WholeStore, "openAccount" | "authAdapter">;
  clock: Clock;
  logger: Logger;
  /** Where the server is reached, as better-auth wants it. */
  publicUrl: string;
  secret: string;
  /** `chrome-extension://...`: the only pages that may sign in. */
  trustedOrigins: readonly string[];
}

const longestPassword = 128;
const daySeconds = 24 * 60 * 60;

/**
 * Sign-in by e-mail and password, with a bearer token for the extension. Opening a user opens the wallet bound to it.
 * Whoever is first to sign up is the owner; the database lets there be one.
 */
export function createAuth(deps: AuthDeps) {
  return betterAuth({
    appName: "Ringback",
    baseURL: deps.publicUrl,
    basePath: "/api/auth",
    secret: deps.secret,
    trustedOrigins: [...deps.trustedOrigins],
    database: deps.store.authAdapter,
    emailAndPassword: { enabled: true, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword },
    session: { expiresIn: 30 * daySeconds, updateAge: daySeconds },
    user: {
      additionalFields: {
        accountId: { type: "string", required: false, input: false },
        role: { type: "string", required: false, input: false },
        isDemo: { type: "boolean", required: false, input: false },
      },
    },
    databaseHooks: { user: { create: { before: async (user) => ({ data: { ...user, ...(await openWallet(deps, user)) } }) } } },
    // The signature keeps a copy of the database from being a bunch of keys: what is stored is half of the token.
    plugins: [bearer({ requireSignature: true }), demoSignIn()],
    // Rates are limited by the app, which knows the account and answers with a problem.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Said outright, since better-auth would drop these checks when it sees that tests are running.
    advanced: { disableCSRFCheck: false, disableOriginCheck: false },
    // Its own messages carry e-mail addresses, so only their gist is kept.
    logger: { level: "error", log: (_level, message) => deps.logger.error({ from: "better-auth" }, message) },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * Opens the wallet before the user's row is made: a crash in between leaves an empty wallet of nobody, never a person
 * without one. `isDemo` and `role` cannot come from a request, since these fields take no input.
 */
async function openWallet({ store, clock }: AuthDeps, user: Record<string, unknown>) {
  const accountId = accountIdSchema.parse(`acct_${ulid(clock())}`);
  await store.openAccount({ id: accountId, nowMs: clock() });
  const isDemo = user["isDemo"] === true;
  const isMember = isDemo || user["role"] === "member";
  return { accountId, role: isMember ? "member" : "owner", isDemo };
}
