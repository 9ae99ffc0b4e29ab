import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "./operator/run-command.ts";
import { startServer } from "./main.ts";

const ada = { email: "ada@example.com", password: "correct horse battery", name: "Ada" };

let folder: string;
let template: string;
let environment: Record<string, string>;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  template = join(folder, "template.sqlite");
  const server = await startServer({ port: 0, logLevel: "silent", databasePath: template });
  const headers = { "content-type": "application/json" };
  await fetch(`${server.url}/api/auth/sign-up/email`, { method: "POST", body: JSON.stringify(ada), headers });
  await server.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  count += 1;
  const database = join(folder, `${count}.sqlite`);
  copyFileSync(template, database);
  environment = { DATABASE_PATH: database, LOG_LEVEL: "silent" };
});

const run = (...words: string[]) => runCommand(words, environment);

describe("credit", () => {
  test("puts money into a wallet, for whoever it is, however the address is cased", async () => {
    const outcome = await run("credit", "Ada@Example.com", "25.00", "--reason", "Paid in cash");
    expect(outcome).toEqual({
      ok: true,
      value: "Credited $25.00. ada@example.com has $25.0000 available; calls in progress hold $0.0000.",
    });
  });

  test("credits a reference once", async () => {
    await run("credit", ada.email, "25", "--reason", "Invoice 7", "--reference", "7");
    const again = await run("credit", ada.email, "25", "--reason", "Invoice 7", "--reference", "7");
    expect(again).toMatchObject({ ok: true, value: expect.stringContaining("$25.0000 available") as string });
  });

  test.each([
    [["credit", ada.email, "twenty", "--reason", "x"], /^twenty is no amount/],
    [["credit", ada.email, "0", "--reason", "x"], /^0 is no amount/],
    [["credit", "bob@example.com", "1", "--reason", "x"], /^Nobody signs in as bob@example\.com/],
    [["credit", ada.email, "1"], /--reason TEXT/],
    [["credit", ada.email], /--reason TEXT/],
    [["balance"], /balance EMAIL/],
    [["backup"], /backup FILE/],
    [["fly"], /^There is no command fly/],
    [["balance", "--loud"], /Unknown option '--loud'/],
    [["reconcile"], /by itself/],
  ])("%j is refused with a way out", async (words, expected) => {
    const outcome = await run(...words);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error).toMatch(expected);
  });
});

test("balance says what is there", async () => {
  expect(await run("balance", ada.email)).toMatchObject({
    ok: true,
    value: expect.stringContaining("$0.0000 available") as string,
  });
});

test("a backup is a database with everybody in it, and never overwrites another", async () => {
  const copy = join(folder, "copy.sqlite");
  expect(await run("backup", copy)).toMatchObject({ ok: true });
  expect(await runCommand(["balance", ada.email], { ...environment, DATABASE_PATH: copy })).toMatchObject({ ok: true });
  expect(await run("backup", copy)).toMatchObject({ ok: false });
});

test("a backup into a folder that is not there is refused with a sentence", async () => {
  const outcome = await run("backup", join(folder, "nowhere", "copy.sqlite"));
  expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining("There is no folder") as string });
});

test("a file that is no database is refused with a sentence", async () => {
  const outcome = await runCommand(["balance", ada.email], { DATABASE_PATH: import.meta.filename });
  expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining("is no usable database") as string });
});

test("a database that is not there is not made by asking about it", async () => {
  const nowhere = join(folder, "nowhere.sqlite");
  expect(await runCommand(["balance", ada.email], { DATABASE_PATH: nowhere })).toMatchObject({ ok: false });
  expect(existsSync(nowhere)).toBe(false);
});

test("without a command it explains itself", async () => {
  const outcome = await run();
  expect(outcome).toMatchObject({ ok: true, value: expect.stringContaining("npm run cli -- credit") as string });
});
