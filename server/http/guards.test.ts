import { problemSchema } from "#shared/api/problem.ts";
import { extensionId } from "#shared/extension-id.ts";
import type { AccountId } from "#shared/ids.ts";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { createLogger } from "../logger.ts";
import type { AppEnv, SignedIn } from "./context.ts";
import { hostGuard } from "./host-guard.ts";
import { onError } from "./on-error.ts";
import { allowOrigins, refuseOtherOrigins } from "./origin-guard.ts";
import { limitByAccount, limitByAddress } from "./rate-limits.ts";
import { requestLog } from "./request-log.ts";
import { requireAccount } from "./require-account.ts";

const extensionOrigin = `chrome-extension://${extensionId}`;

function signedInAs(accountId: string | undefined): SignedIn {
  return { userId: "u", accountId: accountId as AccountId, email: "", name: "", role: "member", isDemo: false };
}

async function codeOf(answer: Response) {
  return problemSchema.parse(await answer.json()).code;
}

describe("the host guard", () => {
  const app = new Hono<AppEnv>()
    .use(hostGuard(new Set(["127.0.0.1", "localhost", "[::1]", "phone.example.com"])))
    .get("/", (c) => c.text("in"));
  const ask = (host: string) => app.request("/", { headers: { host } });

  test.each(["127.0.0.1:8787", "localhost:8787", "[::1]:8787", "phone.example.com", "PHONE.example.com"])(
    "lets %s in",
    async (host) => {
      expect((await ask(host)).status).toBe(200);
    },
  );

  test.each(["evil.example", "127.0.0.1.evil.example:8787", "localhost.evil.example", "", "not a host"])(
    "keeps %j out",
    async (host) => {
      expect(await codeOf(await ask(host))).toBe("forbidden");
    },
  );
});

describe("the origin guard", () => {
  let served = 0;
  const allowed = new Set([extensionOrigin]);
  const app = new Hono<AppEnv>().use(allowOrigins(allowed), refuseOtherOrigins(allowed)).all("/", (c) => {
    served += 1;
    return c.text("in");
  });
  const ask = (headers: Record<string, string>, method = "GET") => app.request("/", { method, headers });

  test("lets the extension read the answer and the session's token", async () => {
    const answer = await ask({ origin: extensionOrigin });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(extensionOrigin);
    expect(answer.headers.get("access-control-expose-headers")?.toLowerCase()).toContain("set-auth-token");
    // Without this no page's cookies could travel even if there were any.
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("lets the extension ask beforehand", async () => {
    const answer = await ask({ origin: extensionOrigin, "access-control-request-method": "POST" }, "OPTIONS");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("authorization");
  });

  test.each(["https://evil.example", "null", `chrome-extension://${"a".repeat(32)}`, `${extensionOrigin}.evil.example`])(
    "turns %s away before anything is done",
    async (origin) => {
      const before = served;
      const answer = await ask({ origin });
      expect(await codeOf(answer)).toBe("forbidden");
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      const preflight = await ask({ origin, "access-control-request-method": "POST" }, "OPTIONS");
      expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
      expect(served).toBe(before);
    },
  );

  test("lets clients that are no browser in", async () => {
    expect((await ask({})).status).toBe(200);
  });
});

describe("rate limits", () => {
  test("count each account by itself, whatever its sessions", async () => {
    const accounts: Record<string, string> = { phone: "acct_ada", laptop: "acct_ada", other: "acct_bob" };
    const app = new Hono<AppEnv>()
      .use(
        requireAccount(async (headers) => signedInAs(accounts[headers.get("authorization") ?? ""])),
        limitByAccount(2),
      )
      .get("/", (c) => c.text("in"));
    const ask = (authorization: string) => app.request("/", { headers: { authorization } });
    const statuses = [];
    for (const session of ["phone", "laptop", "phone", "other"]) statuses.push((await ask(session)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test("say when to come back", async () => {
    const app = new Hono<AppEnv>().use(limitByAddress(1)).get("/", (c) => c.text("in"));
    await app.request("/");
    const answer = await app.request("/");
    expect(await codeOf(answer)).toBe("too_many_requests");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("what breaks", () => {
  const lines: string[] = [];
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  const app = new Hono<AppEnv>().use(requestLog(logger)).get("/", () => {
    throw Object.assign(new Error("Failed query: select 1\nparams: +14155550100"), { cause: new Error("no such table") });
  });
  app.onError(onError(logger));

  test("is a problem with an id that the log bears, and tells nobody more", async () => {
    const answer = await app.request("/?phone=%2B14155550100");
    const told = problemSchema.parse(await answer.json());
    expect(answer.status).toBe(500);
    expect(told.code).toBe("internal_error");
    expect(told.requestId).toBe(answer.headers.get("x-request-id"));
    expect(JSON.stringify(told)).not.toContain("no such table");
    expect(lines.join("")).toContain(told.requestId ?? "?");
    expect(lines.join("")).toContain("no such table");
  });

  test("leaves no phone number in the log", () => {
    expect(lines.join("")).not.toContain("4155550100");
  });
});
