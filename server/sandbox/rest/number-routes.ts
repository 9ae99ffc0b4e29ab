import { Hono, type Context } from "hono";
import { rfc2822 } from "../callbacks/status-callbacks.ts";
import type { AccountNumber, AccountNumbers } from "./account-numbers.ts";
import { pageOf } from "./page.ts";
import { notFound } from "./rest-error.ts";

/** Numbers the account rents. https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export function incomingPhoneNumberRoutes(options: { accountSid: string; numbers: AccountNumbers }): Hono {
  const { accountSid, numbers } = options;
  const json = (number: AccountNumber) => ({
    ...commonJson(number, { accountSid, resource: "IncomingPhoneNumbers" }),
    api_version: "2010-04-01",
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    origin: "twilio",
    status: "in-use",
    voice_url: "",
    voice_method: "POST",
    voice_application_sid: "",
  });
  return new Hono()
    .get("/", (context) => {
      const items = numbers.list("owned").filter(matching(context)).map(json);
      return context.json(pageOf(context, { key: "incoming_phone_numbers", items }));
    })
    .get("/:sid", (context) => {
      const number = numbers.find("owned", context.req.param("sid"));
      if (!number) throw notFound(context.req.path);
      return context.json(json(number));
    });
}

/** The filters that lists of numbers know. */
export function matching(context: Context): (number: AccountNumber) => boolean {
  const { PhoneNumber, FriendlyName } = context.req.query();
  return (number) =>
    (PhoneNumber === undefined || number.phoneNumber === PhoneNumber) &&
    (FriendlyName === undefined || number.friendlyName === FriendlyName);
}

export function commonJson(number: AccountNumber, of: { accountSid: string; resource: string }) {
  return {
    sid: number.sid,
    account_sid: of.accountSid,
    phone_number: number.phoneNumber,
    friendly_name: number.friendlyName,
    date_created: rfc2822(number.createdAtMs),
    date_updated: rfc2822(number.createdAtMs),
    uri: `/2010-04-01/Accounts/${of.accountSid}/${of.resource}/${number.sid}.json`,
  };
}
