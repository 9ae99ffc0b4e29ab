import { accountIdSchema } from "#shared/ids.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { createLogger } from "../logger.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createAuth } from "./auth.ts";
import { createMembers } from "./members.ts";
import { createReadSession } from "./read-session.ts";

const grace = { email: "grace@example.com", name: "Grace" };

function setUp() {
  const store = openSqliteStore(openDatabase(":memory:"), { clock: systemClock });
  const deps = { store, clock: systemClock, logger: createLogger("silent") };
  const server = createAuth({ ...deps, publicUrl: "http://127.0.0.1:8787", secret: "x".repeat(43), trustedOrigins: [] });
  const readSession = createReadSession(server);
  return {
    store,
    members: createMembers(deps),
    /** The bearer token that the server gives for a password. */
    signIn: async (body: { email: string; password: string }) => {
      const { headers } = await server.api.signInEmail({ body, returnHeaders: true });
      return headers.get("set-auth-token") ?? "";
    },
    signUp: (body: { email: string; password: string; name: string }) => server.api.signUpEmail({ body }),
    whoHas: (bearerToken: string) => readSession(new Headers({ authorization: `Bearer ${bearerToken}` })),
  };
}

let place: ReturnType<typeof setUp>;
beforeEach(() => void (place = setUp()));
afterEach(() => place.store.close());

async function add(newcomer: { email: string; name: string }): Promise<string> {
  const added = await place.members.add(newcomer);
  if (!added.ok) throw new Error(`Not let in: ${added.error}`);
  return added.value;
}

describe("somebody who is let in", () => {
  test("signs in at the server with the password told, as a member with an empty wallet", async () => {
    const password = await add(grace);
    const signedIn = await place.whoHas(await place.signIn({ email: grace.email, password }));
    expect(signedIn).toMatchObject({ ...grace, role: "member", isDemo: false });
    const account = await place.store.findAccount(accountIdSchema.parse(signedIn?.accountId));
    expect(account).toMatchObject({ postedMicros: 0, heldMicros: 0 });
  });

  test("does not take the server from its owner, who may come later", async () => {
    await add(grace);
    expect(await place.store.hasOwner()).toBe(false);
    await place.signUp({ email: "ada@example.com", password: "correct horse battery", name: "Ada" });
    expect(await place.store.findUserByEmail("ada@example.com")).toMatchObject({ role: "owner" });
  });

  test("is let in once, however the address is written", async () => {
    await add(grace);
    expect(await place.members.add({ ...grace, email: " Grace@Example.com " })).toEqual({ ok: false, error: "email_taken" });
    expect(await place.store.listUsers()).toHaveLength(1);
  });

  test("needs an address", async () => {
    expect(await place.members.add({ email: "grace", name: "Grace" })).toEqual({ ok: false, error: "not_an_address" });
    expect(await place.store.listUsers()).toEqual([]);
  });

  test("gets a password of their own", async () => {
    const first = await add(grace);
    expect(first).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);
    expect(await add({ ...grace, email: "hedy@example.com" })).not.toBe(first);
  });
});

describe("a new password", () => {
  test("is the one that counts, and ends what the old one opened", async () => {
    const old = await add(grace);
    const token = await place.signIn({ email: grace.email, password: old });
    const signedIn = await place.whoHas(token);
    const renewed = await place.members.renewPassword(signedIn?.userId ?? "");
    expect(await place.whoHas(token)).toBeUndefined();
    await expect(place.signIn({ email: grace.email, password: old })).rejects.toThrow();
    expect(await place.whoHas(await place.signIn({ email: grace.email, password: renewed }))).toMatchObject(grace);
  });
});
