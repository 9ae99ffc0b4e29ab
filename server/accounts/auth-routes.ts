import { shortestPassword } from "#shared/api/password.ts";
import type { ProblemFigures } from "#shared/api/problem-figures.ts";
import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";
import type { AppEnv } from "../http/context.ts";
import { problem } from "../http/problem.ts";
import type { Logger } from "../logger.ts";
import { type Auth } from "./auth.ts";

export interface AuthRoutesDeps {
  auth: Pick<Auth, "handler">;
  /** Whether the first account may still be made. */
  isSignUpOpen: () => Promise<boolean>;
  logger: Logger;
}

const signUpPath = "/api/auth/sign-up/email";

// better-auth has some forty endpoints. These are the ones the extension uses; the others would only be ways in.
const endpoints = new Set([signUpPath, "/api/auth/sign-in/email", "/api/auth/sign-out", "/api/auth/change-password"]);

/**
 * Sign-up, sign-in, sign-out and change of password under /auth, in better-auth's own paths and success bodies, with errors as
 * problems. `token` in a body is the bearer token, the same that the header `set-auth-token` gives.
 */
export function createAuthRoutes(deps: AuthRoutesDeps) {
  return new Hono<AppEnv>().post("/auth/*", async (c) => {
    if (!endpoints.has(c.req.path)) return problem(c, "not_found", "There is no such way to sign in.");
    if (isSignUp(c) && !(await deps.isSignUpOpen())) return signUpClosed(c);
    if (!isJson(c)) {
      return problem(c, "unsupported_media_type", "Send the body as JSON, with the header `content-type: application/json`.");
    }
    const answer = await deps.auth.handler(forBetterAuth(c.req.raw));
    return answer.ok ? tellSuccess(answer) : tellFailure(c, deps, answer);
  });
}

function isSignUp(c: Context): boolean {
  return c.req.path === signUpPath;
}

/** Pages may post forms and text anywhere without asking; only JSON makes the browser ask first. */
function isJson(c: Context): boolean {
  return /^application\/json\b/i.test(c.req.header("content-type") ?? "");
}

/** The request as better-auth may see it. */
function forBetterAuth(request: Request): Request {
  const headers = new Headers(request.headers);
  // The session travels in the authorization header alone. A cookie beside it would be sent by the browser on any page's behalf.
  headers.delete("cookie");
  // Node's own fetch sends this without an Origin, which better-auth takes for a page that hides where it is. A browser always
  // sends an Origin with a POST, and the app has looked at it.
  if (!headers.has("origin")) headers.delete("sec-fetch-mode");
  return new Request(request, { headers });
}

const successSchema = z.looseObject({ token: z.string().nullish() });

async function tellSuccess(answer: Response): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json", "cache-control": "no-store" });
  const body = successSchema.parse(await answer.json());
  const bearerToken = answer.headers.get("set-auth-token");
  if (bearerToken) headers.set("set-auth-token", bearerToken);
  // better-auth puts the bare session id here, which is half of the token and signs nobody in.
  const told = bearerToken && body.token ? { ...body, token: bearerToken } : body;
  return new Response(JSON.stringify(told), { status: answer.status, headers });
}

const failureSchema = z.object({ code: z.string().optional(), message: z.string().optional() });

type SignInProblem = NonNullable<ProblemFigures["signIn"]>;

/** What better-auth's codes come to, with a sentence for each. */
const known: Record<string, { signIn: SignInProblem; sentence: string }> = {
  INVALID_EMAIL: { signIn: "invalid_email", sentence: "This is not an e-mail address." },
  INVALID_EMAIL_OR_PASSWORD: { signIn: "wrong_credentials", sentence: "The e-mail address or the password is wrong." },
  INVALID_PASSWORD: { signIn: "wrong_password", sentence: "The password is wrong." },
  PASSWORD_TOO_SHORT: {
    signIn: "password_too_short",
    sentence: `The password needs at least ${shortestPassword} characters.`,
  },
  PASSWORD_TOO_LONG: { signIn: "password_too_long", sentence: "The password is too long." },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
    signIn: "email_taken",
    sentence: "There is an account with this e-mail address already.",
  },
};

async function tellFailure(c: Context, deps: AuthRoutesDeps, answer: Response): Promise<Response> {
  const failure = failureSchema.safeParse(await answer.json().catch(() => ({})));
  const { code = "", message = "" } = failure.success ? failure.data : {};
  // Of two who sign up at once, one loses to the database's rule of one owner. For that one, sign-up has just closed.
  if (isSignUp(c) && code === "FAILED_TO_CREATE_USER" && !(await deps.isSignUpOpen())) return signUpClosed(c);
  const why = known[code];
  const detail = why?.sentence ?? (message || "The sign-in service refused this.");
  const figures = why ? { signIn: why.signIn } : {};
  if (answer.status === 401) return problem(c, "unauthorized", detail, figures);
  if (answer.status === 403) return problem(c, "forbidden", detail, figures);
  if (answer.status < 500) return problem(c, "bad_request", detail, figures);
  deps.logger.error({ status: answer.status, code }, "sign-in service failed");
  return problem(c, "internal_error", "Signing in does not work at the moment. Try again.");
}

function signUpClosed(c: Context): Response {
  return problem(c, "sign_up_closed", "This server has its owner. Sign in, or ask the owner to let you in.");
}
