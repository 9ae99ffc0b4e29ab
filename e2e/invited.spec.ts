import type { Page } from "playwright-core";
import { extensionUrl } from "./harness/extension-url.ts";
import { operate, ownerEmail } from "./harness/operator.ts";
import { expect, test } from "./harness/ringback-test.ts";

test.use({ account: "owner" });

test("somebody who was invited signs in, and changes the password to one of their own", async ({
  browserContext,
  signedIn: _signedIn,
  stack,
}) => {
  const told = await operate(stack, "invite", "grace@example.com", "--name", "Grace");
  const handedOn = /The password is (\S{19})\./.exec(told)?.[1] ?? "";
  const settings = await browserContext.newPage();
  await settings.goto(extensionUrl("options.html#/settings"));
  await expect(settings.getByRole("main").getByText(ownerEmail)).toBeVisible();
  await signOut(settings);
  await settings.getByRole("button", { name: "Sign in with an account instead" }).click();
  await signIn(settings, handedOn);

  const change = settings.getByRole("button", { name: "Change password" });
  await change.click();
  await settings.getByLabel("Your password now").fill("not the one that was told");
  await settings.getByLabel("New password").fill("correct horse battery");
  await change.click();
  await expect(settings.getByText("The password is wrong.")).toBeVisible();
  await settings.getByLabel("Your password now").fill(handedOn);
  await change.click();
  await expect(settings.getByText("Your password is changed.")).toBeVisible();

  await signOut(settings);
  await settings.getByRole("button", { name: "Sign in with an account instead" }).click();
  await signIn(settings, "correct horse battery");
});

async function signOut(settings: Page): Promise<void> {
  await settings.getByRole("button", { name: "Sign out" }).click();
}

async function signIn(settings: Page, password: string): Promise<void> {
  await settings.getByLabel("E-mail").fill("grace@example.com");
  await settings.getByLabel("Password", { exact: true }).fill(password);
  await settings.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(settings.getByRole("main").getByText("grace@example.com")).toBeVisible();
}
