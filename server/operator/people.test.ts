import { describe, expect, test } from "vitest";
import { balance } from "./balance.ts";
import { invite } from "./invite.ts";
import { newPassword } from "./new-password.ts";
import { people } from "./people.ts";
import { adaEmail, startOperator } from "./testing/start-operator.ts";

const password = /The password is \S{19}\. It is not shown again/;

describe("people", () => {
  test("are listed with what they have, the invited among them", async () => {
    const { done } = await startOperator();
    expect(await done(invite, "grace@example.com", "--name", "Grace Hopper")).toMatch(password);
    expect((await done(people)).split("\n")).toEqual([
      "e-mail                name          role    balance",
      `${adaEmail}  Ada           owner    $10.00`,
      "grace@example.com     Grace Hopper  member    $0.00",
    ]);
    expect(await done(balance, "grace@example.com")).toContain("has $0.0000 available");
  });

  test("nobody is invited twice, without a name or without an address", async () => {
    const { done, refused } = await startOperator();
    expect(await refused(invite, adaEmail, "--name", "Ada")).toContain("has an account already");
    expect(await refused(invite, "grace@example.com")).toContain("invite EMAIL --name NAME");
    expect(await refused(invite, "grace", "--name", "Grace")).toBe("grace is not an e-mail address.");
    expect((await done(people)).split("\n")).toHaveLength(2);
  });

  test("get a new password only if they have an account", async () => {
    const { done, refused } = await startOperator();
    await done(invite, "grace@example.com", "--name", "Grace");
    expect(await done(newPassword, "Grace@example.com")).toMatch(password);
    expect(await refused(newPassword, "nobody@example.com")).toBe("Nobody signs in as nobody@example.com.");
  });
});
