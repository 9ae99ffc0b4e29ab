import { Hono } from "hono";
import type { CallRecords } from "../call-records.ts";
import type { Faults, SandboxAccount } from "../legs.ts";
import type { LiveLegs } from "../switchboard/live-legs.ts";
import type { AccountNumbers } from "./account-numbers.ts";
import { accountRoutes } from "./account-routes.ts";
import { applicationRoutes } from "./application-routes.ts";
import type { Applications } from "./applications.ts";
import { authenticate } from "./authenticate.ts";
import { callRoutes } from "./call-routes.ts";
import { callerIdRoutes } from "./caller-id-routes.ts";
import { incomingPhoneNumberRoutes } from "./number-routes.ts";
import { pricingRoutes } from "./pricing-routes.ts";
import { notFound, RestError } from "./rest-error.ts";
import type { Verifications } from "./verifications.ts";

export interface RestOptions {
  account: SandboxAccount;
  records: CallRecords;
  liveLegs: LiveLegs;
  numbers: AccountNumbers;
  applications: Applications;
  verifications: Verifications;
  faults: Faults;
  /** Served at /faults, and even when the rest is down. */
  faultControl: Hono | undefined;
  nowMs: () => number;
}

/**
 * Twilio's REST API, as far as Ringback uses it. One origin serves what Twilio has under api. and pricing.twilio.com, since
 * their paths do not meet.
 */
export function createRestApp(options: RestOptions): Hono {
  const { account, records, liveLegs, numbers, applications, verifications, faults, faultControl, nowMs } = options;
  const { accountSid } = account;
  // Twilio's paths end in .json, which says nothing here.
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.replace(/\.json$/, "") });
  app.use(authenticate(account));
  if (faultControl) app.route("/faults", faultControl);
  app.use(async (_, next) => {
    if (faults.restDown) throw new RestError(503, 20503, "Service unavailable. Try again later.");
    await next();
  });
  app.route("/2010-04-01/Accounts", accountRoutes({ accountSid, createdAtMs: nowMs() }));
  const base = `/2010-04-01/Accounts/${accountSid}`;
  app.route(`${base}/Calls`, callRoutes({ accountSid, records, liveLegs, nowMs }));
  app.route(`${base}/OutgoingCallerIds`, callerIdRoutes({ accountSid, numbers, verifications }));
  app.route(`${base}/IncomingPhoneNumbers`, incomingPhoneNumberRoutes({ accountSid, numbers }));
  app.route(`${base}/Applications`, applicationRoutes({ accountSid, applications }));
  app.route("/v2/Voice", pricingRoutes());
  app.notFound((context) => {
    const error = notFound(context.req.path);
    return context.json(error.toBody(), error.status);
  });
  app.onError((error, context) => {
    const refusal = error instanceof RestError ? error : new RestError(500, 20500, `Internal server error: ${error.message}`);
    return context.json(refusal.toBody(), refusal.status);
  });
  return app;
}
