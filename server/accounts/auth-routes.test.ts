import { accountIdSchema } from "#shared/ids.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { extensionId } from "#shared/extension-id.ts";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { createLogger } from "../logger.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { createAuthRoutes } from "./auth-routes.ts";
import { createAuth } from "./auth.ts";
import { createReadSession } from "./read-session.ts";

const publicUrl = "http://127.0.0.1:8787";
const extensionOrigin = `chrome-extension://${extensionId}`;
const ada = { email: "ada@example.com", password: "correct horse battery", name: "Ada" };
const grace = { email: "grace@example.com", password: "nanoseconds matter", name: "Grace" };

function setUp() {
  const logger = createLogger("silent");
  const store = openSqliteStore(openDatabase(":memory:"), { clock: systemClock });
  const isSignUpOpen = async () => !(await store.hasOwner());
  const secret = "x".repeat(43);
  const auth = createAuth({ store, clock: systemClock, logger, publicUrl, secret, trustedOrigins: [extensionOrigin] });
  const app = new Hono().route("/api", createAuthRoutes({ auth, isSignUpOpen, logger }));
  const readSession = createReadSession(auth);
  return {
    auth,
    store,
    isSignUpOpen,
    whoHas: (bearerToken: string) => readSession(new Headers({ authorization: `Bearer ${bearerToken}` })),
    readSession,
    /** Posts as the extension does, from a page of its own. */
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      Promise.resolve(
        app.request(`${publicUrl}/api/auth${path}`, {
          method: "POST",
          body: JSON.stringify(body),
          headers: { "content-type": "application/json", origin: extensionOrigin, "sec-fetch-site": "cross-site", ...headers },
        }),
      ),
  };
}

let server: ReturnType<typeof setUp>;
beforeEach(() => void (server = setUp()));
afterEach(() => server.store.close());

function tokenOf(answer: Response): string {
  const token = answer.headers.get("set-auth-token");
  if (!token) throw new Error(`No token in an answer of ${answer.status}.`);
  return token;
}

async function codeOf(answer: Response) {
  return problemSchema.parse(await answer.json()).code;
}

describe("signing up", () => {
  test("the first becomes the owner, with an empty wallet", async () => {
    const answer = await server.post("/sign-up/email", ada);
    expect(answer.status).toBe(200);
    const signedIn = await server.whoHas(tokenOf(answer));
    expect(signedIn).toMatchObject({ email: ada.email, name: "Ada", role: "owner", isDemo: false });
    const account = await server.store.findAccount(accountIdSchema.parse(signedIn?.accountId));
    expect(account).toMatchObject({ postedMicros: 0, heldMicros: 0 });
  });

  test("then it is closed", async () => {
    await server.post("/sign-up/email", ada);
    expect(await server.isSignUpOpen()).toBe(false);
    const answer = await server.post("/sign-up/email", grace);
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("sign_up_closed");
  });

  test("of many at once exactly one becomes the owner", async () => {
    const people = Array.from({ length: 5 }, (_, index) => ({ ...ada, email: `ada${index}@example.com` }));
    const answers = await Promise.all(people.map((person) => server.post("/sign-up/email", person)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refusals = await Promise.all(answers.filter((answer) => !answer.ok).map(codeOf));
    expect(new Set(refusals)).toEqual(new Set(["sign_up_closed"]));
  });

  test.each([
    [{ ...ada, password: "short" }, /at least 10 characters/],
    [{ ...ada, email: "not an address" }, /email/i],
    [{ email: ada.email }, /./],
  ])("what cannot be is refused with a sentence: %j", async (body, expected) => {
    const answer = await server.post("/sign-up/email", body);
    expect(answer.status).toBe(400);
    expect(problemSchema.parse(await answer.json()).detail).toMatch(expected);
    expect(await server.isSignUpOpen()).toBe(true);
  });

  test.each(["accountId", "role", "isDemo"])("nobody chooses their own %s", async (field) => {
    const answer = await server.post("/sign-up/email", { ...ada, [field]: field === "isDemo" ? true : "chosen" });
    expect(await codeOf(answer)).toBe("bad_request");
    expect(await server.isSignUpOpen()).toBe(true);
  });
});

describe("signing in", () => {
  beforeEach(async () => void (await server.post("/sign-up/email", ada)));

  test("gives a bearer token, in the header and in the body, and no cookie", async () => {
    const answer = await server.post("/sign-in/email", ada);
    const token = tokenOf(answer);
    expect(await answer.json()).toMatchObject({ token });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await server.whoHas(token)).toMatchObject({ email: ada.email });
  });

  test.each([{ password: "wrong horse battery" }, { email: "nobody@example.com" }])("says the same of %j", async (wrong) => {
    const answer = await server.post("/sign-in/email", { ...ada, ...wrong });
    expect(answer.status).toBe(401);
    expect(problemSchema.parse(await answer.json()).detail).toBe("The e-mail address or the password is wrong.");
  });

  test("another page cannot sign anybody in", async () => {
    const answer = await server.post("/sign-in/email", ada, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("forbidden");
  });

  test("a form, which pages may post without asking, signs nobody in", async () => {
    const answer = await server.post("/sign-in/email", ada, { "content-type": "text/plain" });
    expect(await codeOf(answer)).toBe("unsupported_media_type");
  });

  test("signing out ends the session", async () => {
    const token = tokenOf(await server.post("/sign-in/email", ada));
    expect((await server.post("/sign-out", {}, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect(await server.whoHas(token)).toBeUndefined();
  });

  test("a changed password is the one that counts", async () => {
    const token = tokenOf(await server.post("/sign-in/email", ada));
    const change = { currentPassword: ada.password, newPassword: "a new horse entirely" };
    expect((await server.post("/change-password", change, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await server.post("/sign-in/email", ada)).status).toBe(401);
    expect((await server.post("/sign-in/email", { ...ada, password: change.newPassword })).status).toBe(200);
  });

  test("better-auth's other ways in stay shut", async () => {
    for (const path of ["/sign-in/demo", "/update-user", "/reset-password", "/delete-user"]) {
      expect((await server.post(path, {})).status).toBe(404);
    }
  });
});

describe("a session", () => {
  test("is nobody's when its token is forged, cut or made up", async () => {
    const token = tokenOf(await server.post("/sign-up/email", ada));
    const [half = ""] = token.split(".");
    for (const wrong of [half, `${half}.${"A".repeat(43)}=`, `${token.slice(0, -3)}AA=`, "", "x.y", "null"]) {
      expect(await server.whoHas(wrong)).toBeUndefined();
    }
  });

  test("is never read from a cookie", async () => {
    const token = tokenOf(await server.post("/sign-up/email", ada));
    const cookie = `better-auth.session_token=${encodeURIComponent(token)}`;
    expect(await server.readSession(new Headers({ cookie }))).toBeUndefined();
  });
});

test("a demo user is no owner, and leaves sign-up open", async () => {
  const { response, headers } = await server.auth.api.signInDemo({ returnHeaders: true });
  expect(response.user.email).toMatch(/@demo\.invalid$/);
  expect(await server.whoHas(headers.get("set-auth-token") ?? "")).toMatchObject({ role: "member", isDemo: true });
  expect(await server.isSignUpOpen()).toBe(true);
});
