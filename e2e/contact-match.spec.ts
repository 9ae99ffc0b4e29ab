import { listContactsAnswerSchema, saveContactAnswerSchema } from "#shared/api/contacts.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a contact is matched however the number was typed, and its lastCalledAt moves", async ({ dialer, signedIn }) => {
  const headers = { authorization: `Bearer ${signedIn.bearerToken}`, "content-type": "application/json" };
  const saved = await fetch(`${signedIn.serverUrl}/api/user/contacts`, {
    method: "POST",
    headers,
    body: JSON.stringify({ name: "Ada Lovelace", number: "+44 20 7946 0018", company: "Engines Ltd" }),
  });
  const { contact } = saveContactAnswerSchema.parse(await saved.json());
  expect(contact.lastCalledAt).toBeNull();

  // As somebody in the United States dials it.
  await dialer.call("011 44 (0) 20 7946-0018");
  await dialer.shows("Answered");
  await expect(dialer.page.getByRole("heading", { name: "Ada Lovelace" })).toBeVisible();
  await dialer.hangUp();
  await dialer.shows("Ended");

  const [call] = await readHistory(signedIn);
  expect(call).toMatchObject({ toNumber: "+442079460018", contactId: contact.id, contactName: "Ada Lovelace" });
  const listed = await fetch(`${signedIn.serverUrl}/api/user/contacts?query=Ada`, { headers });
  const [found] = listContactsAnswerSchema.parse(await listed.json()).contacts;
  expect(found?.lastCalledAt).not.toBeNull();
  expect(Date.parse(found?.lastCalledAt ?? "")).toBeGreaterThanOrEqual(Date.parse(contact.createdAt));
});
