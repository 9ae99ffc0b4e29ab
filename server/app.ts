import { serverInfoSchema, type ServerInfo } from "#shared/api/server-info.ts";
import { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import { secureHeaders } from "hono/secure-headers";
import { createAuthRoutes, type AuthRoutesDeps } from "./accounts/auth-routes.ts";
import { createCallRoutes, type CallRoutesDeps } from "./calls/call-routes.ts";
import { createCallerIdRoutes, type CallerIdRoutesDeps } from "./calls/caller-id-routes.ts";
import { createQualityRoutes, type QualityRoutesDeps } from "./calls/quality-routes.ts";
import { createStatisticsRoutes, type StatisticsRoutesDeps } from "./calls/statistics-routes.ts";
import { createTransactionRoutes, type TransactionRoutesDeps } from "./calls/transaction-routes.ts";
import { createTwilioWebhooks, type TwilioWebhooksDeps } from "./calls/twilio-webhooks.ts";
import { createVoiceTokenRoutes, type VoiceTokenRoutesDeps } from "./calls/voice-token-routes.ts";
import { createContactRoutes, type ContactRoutesDeps } from "./contacts/contact-routes.ts";
import type { AppEnv } from "./http/context.ts";
import { describeAnswer } from "./http/describe-answer.ts";
import { hostGuard } from "./http/host-guard.ts";
import { limitBody } from "./http/limit-body.ts";
import { onError } from "./http/on-error.ts";
import { allowOrigins, refuseOtherOrigins } from "./http/origin-guard.ts";
import { problem } from "./http/problem.ts";
import { limitByAccount, limitByAddress } from "./http/rate-limits.ts";
import { requestLog } from "./http/request-log.ts";
import { requireAccount } from "./http/require-account.ts";
import { createLiveRoutes, type LiveRoutesDeps } from "./live/live-routes.ts";
import { countWebhooks } from "./metrics/count-webhooks.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { createOperatorRoutes, type OperatorRoutesDeps } from "./metrics/operator-routes.ts";
import { createDemoRoutes, type DemoRoutesDeps } from "./demo-account/demo-routes.ts";
import { createRateRoutes, type RateRoutesDeps } from "./rates/rate-routes.ts";
import { webhookPaths } from "./twilio/webhook-urls.ts";
import { createPaymentWebhook, type PaymentWebhookDeps } from "./payments/payment-webhook.ts";
import { createReturnPages } from "./payments/return-pages.ts";
import { createTopUpRoutes, type TopUpRoutesDeps } from "./payments/top-up-routes.ts";
import { createLowBalanceRoutes, type LowBalanceRoutesDeps } from "./wallet/low-balance-routes.ts";
import { createProfileRoutes, type ProfileRoutesDeps } from "./wallet/profile-routes.ts";
import { createStatementRoutes, type StatementRoutesDeps } from "./wallet/statement-routes.ts";

/** What every room asks for, and what the edge itself needs. */
export type AppDeps = AuthRoutesDeps &
  DemoRoutesDeps &
  ProfileRoutesDeps &
  StatementRoutesDeps &
  LowBalanceRoutesDeps &
  TopUpRoutesDeps &
  PaymentWebhookDeps &
  ContactRoutesDeps &
  RateRoutesDeps &
  CallRoutesDeps &
  QualityRoutesDeps &
  StatisticsRoutesDeps &
  TransactionRoutesDeps &
  CallerIdRoutesDeps &
  VoiceTokenRoutesDeps &
  TwilioWebhooksDeps &
  LiveRoutesDeps &
  OperatorRoutesDeps & {
    metrics: Pick<Metrics, "countWebhook">;
    version: string;
    carrierName: ServerInfo["carrier"];
    publicUrl: string;
    /** The host names the server answers to; undefined where the network around it sees to that. */
    allowedHostnames: ReadonlySet<string> | undefined;
  };

/** The whole HTTP interface: what machines send first, then guards, then the routes of every room, then what is left over. */
export function createApp(deps: AppDeps) {
  const app = new Hono<AppEnv>();
  app.use(requestLog(deps.logger));
  // Before the guards, which are against browsers: a webhook is believed for its signature and nothing else, and there are many.
  app.on(
    "ALL",
    ["/api/twilio/*", "/api/stripe/*"],
    countWebhooks(deps.metrics, { ...webhookPaths, payment: "/api/stripe/webhook" }),
  );
  app.route("/api", createTwilioWebhooks(deps));
  app.route("/api", createPaymentWebhook(deps));
  app.use(secureHeaders());
  if (deps.allowedHostnames) app.use(hostGuard(deps.allowedHostnames));
  app.use(allowOrigins(deps.allowedOrigins), refuseOtherOrigins(deps.allowedOrigins), limitBody());
  app.use("/api/auth/*", limitByAddress(30));
  app.use("/api/demo", limitByAddress(30));
  app.post("/api/calls", requireAccount(deps.readSession), limitByAccount(30));
  app.post("/api/user/top-ups", requireAccount(deps.readSession), limitByAccount(10));
  app.post("/api/user/contacts/import", requireAccount(deps.readSession), limitByAccount(200));
  for (const method of ["POST", "PUT", "DELETE"])
    app.on(
      method,
      ["/api/user/contacts", "/api/user/contacts/:contactId"],
      requireAccount(deps.readSession),
      limitByAccount(120),
    );
  app.put("/api/calls/:callId/note", requireAccount(deps.readSession), limitByAccount(120));
  app.get("/api/statistics/calls", requireAccount(deps.readSession), limitByAccount(240));
  app.route("/", createReturnPages());
  app.route("/", createOperatorRoutes(deps));

  const routes = app
    .get(
      "/healthz",
      describeAnswer("That this is a Ringback server, and how one may come in", 200, serverInfoSchema),
      async (c) => c.json(await serverInfo(deps)),
    )
    .route("/api", createApi(deps));

  app.get("/api/openapi.json", openAPIRouteHandler(routes, { documentation: documentation(deps) }));
  app.notFound((c) => problem(c, "not_found", "There is nothing at this address. /api/openapi.json lists what there is."));
  app.onError(onError(deps.logger));
  return routes;
}

/** The API as the extension's client knows it, as a type. */
export type AppType = ReturnType<typeof createApp>;

function createApi(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route("/", createAuthRoutes(deps))
    .route("/", createDemoRoutes(deps))
    .route("/", createProfileRoutes(deps))
    .route("/", createStatementRoutes(deps))
    .route("/", createLowBalanceRoutes(deps))
    .route("/", createTopUpRoutes(deps))
    .route("/", createContactRoutes(deps))
    .route("/", createRateRoutes(deps))
    .route("/", createCallerIdRoutes(deps))
    .route("/", createCallRoutes(deps))
    .route("/", createQualityRoutes(deps))
    .route("/", createStatisticsRoutes(deps))
    .route("/", createTransactionRoutes(deps))
    .route("/", createVoiceTokenRoutes(deps))
    .route("/", createLiveRoutes(deps));
}

async function serverInfo({ version, carrierName, isSignUpOpen, demoAvailable, paymentProvider }: AppDeps): Promise<ServerInfo> {
  const signUpOpen = await isSignUpOpen();
  const cardPayments = paymentProvider !== undefined;
  return { service: "ringback", version, carrier: carrierName, signUpOpen, demoAvailable, cardPayments };
}

function documentation({ version, publicUrl }: AppDeps) {
  return {
    info: { title: "Ringback", version, description: "Click-to-call: calls, balance, contacts and history." },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { session: { type: "http", scheme: "bearer" } as const } },
    security: [{ session: [] }],
  };
}
