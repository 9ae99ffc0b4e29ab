import { profileSchema, type Profile } from "#shared/api/profile.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { requireAccount, type ReadSession } from "../http/require-account.ts";
import { readProfile, type ReadProfileDeps } from "./read-profile.ts";

export interface ProfileRoutesDeps extends ReadProfileDeps {
  readSession: ReadSession;
}

/** `GET /user/profile`: what a client asks for every two seconds when it has no live stream, so an unchanged one costs no body. */
export function createProfileRoutes(deps: ProfileRoutesDeps) {
  return new Hono<AppEnv>().get(
    "/user/profile",
    describeAnswer("Who is signed in, the balance, and the calls going on", 200, profileSchema),
    requireAccount(deps.readSession),
    async (c) => {
      const profile = await readProfile(deps, c.var.signedIn);
      const etag = etagOf(profile);
      c.header("etag", etag);
      c.header("cache-control", "private, no-cache");
      c.header("vary", "authorization", { append: true });
      if (c.req.header("if-none-match") === etag) return c.body(null, 304);
      return c.json(profile);
    },
  );
}

/**
 * Time alone takes an ended call off the profile, and raises no rev: the calls are part of what tells one profile from another.
 * So is whose it is: a browser asks with the ETag that it keeps for the address, whoever is signed in by then, in spite of `vary`.
 */
function etagOf({ user, rev, recentCalls }: Profile): string {
  return `"${[user.accountId, rev, ...recentCalls.map(({ id }) => id)].join(".")}"`;
}
