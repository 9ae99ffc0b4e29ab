import { demoAnswerSchema } from "#shared/api/server-info.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { z } from "zod";
import { readAnswer, toAnswer, untilTimeout, type ApiFailure } from "./api-failure.ts";
import { sessionStore, type Session } from "./session-store.ts";

export interface Credentials {
  email: string;
  password: string;
}

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Signs in at a server and keeps the session. */
export function signIn(serverUrl: string, credentials: Credentials): Promise<Result<Session, ApiFailure>> {
  return enter(serverUrl, "sign-in", credentials);
}

/** Makes an account at a server that still lets one be made, signs in and keeps the session. */
export function signUp(serverUrl: string, newcomer: Credentials & { name: string }): Promise<Result<Session, ApiFailure>> {
  return enter(serverUrl, "sign-up", newcomer);
}

/** Signs in to a fresh demo account, where the server has them, and keeps the session. */
export async function startDemo(serverUrl: string): Promise<Result<Session, ApiFailure>> {
  const answer = await readAnswer(post(serverUrl, "/api/demo", {}), demoAnswerSchema);
  return answer.ok ? ok(await keep({ serverUrl, bearerToken: answer.value.bearerToken })) : answer;
}

/** Forgets the session here at once, whatever the server says, and then ends it there. */
export async function signOut(): Promise<void> {
  const session = await sessionStore.read();
  await sessionStore.write(undefined);
  if (session) await readAnswer(post(session.serverUrl, "/api/auth/sign-out", {}, session.bearerToken), z.unknown());
}

/** Changes the password of whoever is signed in, and signs them out everywhere else. */
export async function changePassword(session: Session, passwords: PasswordChange): Promise<Result<Session, ApiFailure>> {
  const body = { ...passwords, revokeOtherSessions: true };
  return toSession(
    session.serverUrl,
    await toAnswer(post(session.serverUrl, "/api/auth/change-password", body, session.bearerToken)),
  );
}

async function enter(serverUrl: string, way: "sign-in" | "sign-up", body: object): Promise<Result<Session, ApiFailure>> {
  return toSession(serverUrl, await toAnswer(post(serverUrl, `/api/auth/${way}/email`, body)));
}

async function toSession(serverUrl: string, answer: Result<Response, ApiFailure>): Promise<Result<Session, ApiFailure>> {
  if (!answer.ok) return answer;
  // better-auth's body carries only half of the token; the whole, with its signature, comes in this header.
  const bearerToken = answer.value.headers.get("set-auth-token");
  if (!bearerToken) return err({ code: "unexpected_answer" });
  return ok(await keep({ serverUrl, bearerToken }));
}

async function keep(session: Session): Promise<Session> {
  await sessionStore.write(session);
  return session;
}

function post(serverUrl: string, path: string, body: object, bearerToken?: string): Promise<Response> {
  return fetch(`${serverUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(bearerToken && { authorization: `Bearer ${bearerToken}` }) },
    body: JSON.stringify(body),
    signal: untilTimeout(),
  });
}
