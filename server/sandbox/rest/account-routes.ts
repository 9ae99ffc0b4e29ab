import { Hono } from "hono";
import { rfc2822 } from "../callbacks/status-callbacks.ts";
import { pageOf } from "./page.ts";
import { notFound } from "./rest-error.ts";

/** The one account there is. https://www.twilio.com/docs/iam/api/account */
export function accountRoutes(options: { accountSid: string; createdAtMs: number }): Hono {
  const { accountSid, createdAtMs } = options;
  const uri = `/2010-04-01/Accounts/${accountSid}`;
  // The token that would open everything is the one thing left out.
  const account = {
    sid: accountSid,
    owner_account_sid: accountSid,
    friendly_name: "Sandbox carrier",
    status: "active",
    type: "Trial",
    date_created: rfc2822(createdAtMs),
    date_updated: rfc2822(createdAtMs),
    uri: `${uri}.json`,
    subresource_uris: {
      applications: `${uri}/Applications.json`,
      calls: `${uri}/Calls.json`,
      incoming_phone_numbers: `${uri}/IncomingPhoneNumbers.json`,
      outgoing_caller_ids: `${uri}/OutgoingCallerIds.json`,
    },
  };
  return new Hono()
    .get("/", (context) => context.json(pageOf(context, { key: "accounts", items: [account] })))
    .get("/:accountSid", (context) => {
      if (context.req.param("accountSid") !== accountSid) throw notFound(context.req.path);
      return context.json(account);
    });
}
