import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { freePort } from "../../e2e/harness/free-port.ts";
import { systemClock } from "../clock.ts";
import { makeTestDatabase } from "../store/postgres/testing/test-database.ts";
import { openStore } from "./open-store.ts";
import { StartRefused } from "./start-refused.ts";

const database = makeTestDatabase();
const authSecret = "a secret that nobody has to keep, of some length";
const logger = { warn: () => {} };

let undo: AsyncDisposableStack;
beforeEach(() => void (undo = new AsyncDisposableStack()));
afterEach(() => undo.disposeAsync());

function open(url: string, secret: string | undefined = authSecret) {
  return openStore({ databaseUrl: url, databasePath: "/nowhere/at-all.sqlite", authSecret: secret }, undo, {
    clock: systemClock,
    logger,
  });
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await open(url).then(
    () => "it opened",
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(StartRefused);
  return error instanceof Error ? error.message : String(error);
}

/** A user of the server with no rights but to look in, for as long as the test lasts. */
async function makeStranger(): Promise<{ user: string; password: string }> {
  const admin = new Client({ connectionString: inject("postgres").url });
  const stranger = { user: `stranger_${randomBytes(4).toString("hex")}`, password: "let me in" };
  await admin.connect();
  await admin.query(`CREATE USER ${stranger.user} PASSWORD '${stranger.password}'`);
  onTestFinished(async () => {
    await admin.query(`DROP USER ${stranger.user}`);
    await admin.end();
  });
  return stranger;
}

describe("openStore on Postgres", () => {
  test("opens the database that DATABASE_URL names, and no file", async () => {
    const { store, authSecret: secret } = await open(database.url);
    await store.ping();
    expect(secret).toBe(authSecret);
  });

  test("asks for the secret that every server on the database must share", async () => {
    const opening = openStore({ databaseUrl: database.url, databasePath: "", authSecret: undefined }, undo, {
      clock: systemClock,
      logger,
    });
    await expect(opening).rejects.toThrow(/^AUTH_SECRET must be set when DATABASE_URL is, to the same value for every server/);
  });

  test("says when nothing listens there", async () => {
    const port = await freePort();
    const url = changed((url) => (url.port = String(port)));
    expect(await refusalOf(url)).toBe(
      `Postgres at 127.0.0.1:${port} cannot be used: nothing listens there. Start it, or mend DATABASE_URL.`,
    );
  });

  test("says that the password is wrong, and not which it was", async () => {
    const { user } = await makeStranger();
    const refusal = await refusalOf(changed((url) => Object.assign(url, { username: user, password: "a-wrong-one" })));
    expect(refusal).toMatch(
      new RegExp(`^Postgres at \\S+ refuses ${user}: the password is wrong\\. Mend it in DATABASE_URL\\.$`),
    );
    expect(refusal).not.toContain("a-wrong-one");
  });

  test("says that a database is not there, and how to make it", async () => {
    const refusal = await refusalOf(changed((url) => (url.pathname = "/nowhere")));
    expect(refusal).toMatch(
      /^There is no database nowhere at \S+\. Make it with `createdb nowhere`, or mend its name in DATABASE_URL\.$/,
    );
  });

  test("says that a user may not make tables", async () => {
    const { user, password } = await makeStranger();
    const empty = changed((url) =>
      Object.assign(url, { username: user, password, pathname: new URL(inject("postgres").url).pathname }),
    );
    expect(await refusalOf(empty)).toMatch(
      new RegExp(`^${user} may not make tables in \\S+ at \\S+\\. Make ${user} the database's owner`),
    );
  });
});
