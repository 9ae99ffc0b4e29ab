import type { AccountId } from "#shared/ids.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { WholeStore } from "../whole-store.ts";
import { newAccountId, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeUsers(open: OpenStore): void {
  describe("people", () => {
    test("are found by their address, however its letters are cased, and by their wallet", async () => {
      const { store, accountId } = await setUp(open);
      const email = `ada.${ulid().toLowerCase()}@example.com`;
      const userId = await signUp(store, { email, accountId });
      const ada = { userId, accountId, email, name: "Ada", role: "member", isDemo: false };
      expect(await store.findUserByEmail(` ${email.toUpperCase()} `)).toEqual(ada);
      expect(await store.findUserByAccount(accountId)).toEqual(ada);
      expect(await store.findUserByEmail(`not.${email}`)).toBeUndefined();
      expect(await store.findUserByAccount(newAccountId())).toBeUndefined();
      expect(await store.listUsers()).toContainEqual(ada);
    });

    test("one address, and one wallet, is one person's", async () => {
      const { store, accountId } = await setUp(open);
      const email = `${ulid().toLowerCase()}@example.com`;
      await signUp(store, { email, accountId });
      await expect(signUp(store, { email, accountId: newAccountId() })).rejects.toThrow();
      await expect(signUp(store, { email: `not.${email}`, accountId })).rejects.toThrow();
    });

    test("who only tries it out does not take the server from its owner, and there is one owner", async () => {
      const { store, accountId } = await setUp(open);
      const before = await store.hasOwner();
      const email = `${ulid().toLowerCase()}@demo.invalid`;
      await signUp(store, { email, accountId, isDemo: true });
      expect((await store.findUserByEmail(email))?.isDemo).toBe(true);
      expect(await store.hasOwner()).toBe(before);
      expect((await store.listUsers()).map((user) => user.email)).not.toContain(email);
      const owner = () =>
        signUp(store, { email: `${ulid().toLowerCase()}@example.com`, accountId: newAccountId(), role: "owner" });
      if (!before) await owner();
      expect(await store.hasOwner()).toBe(true);
      await expect(owner()).rejects.toThrow();
    });
  });

  describe("the database", () => {
    test("answers while it is open, and says so when it does not", async () => {
      const { store } = await setUp(open);
      await store.ping();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
    });
  });
}

interface NewUser {
  email: string;
  accountId: AccountId;
  role?: "owner" | "member";
  isDemo?: boolean;
}

/** Writes a person as the sign-in library does. Gives the id that it made. */
async function signUp(store: WholeStore, { email, accountId, role = "member", isDemo = false }: NewUser): Promise<string> {
  const adapter = store.authAdapter({
    user: {
      additionalFields: { accountId: { type: "string" }, role: { type: "string" }, isDemo: { type: "boolean" } },
    },
  });
  const at = new Date(startMs);
  const person = { name: "Ada", email, emailVerified: false, accountId, role, isDemo, createdAt: at, updatedAt: at };
  const user = await adapter.create<typeof person, typeof person & { id: string; createdAt: unknown }>({
    model: "user",
    data: person,
  });
  expect(user).toMatchObject(person);
  return user.id;
}
