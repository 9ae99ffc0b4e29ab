import { Hono } from "hono";
import type { AccountNumber, AccountNumbers } from "./account-numbers.ts";
import { formOf } from "./form.ts";
import { commonJson, matching } from "./number-routes.ts";
import { pageOf } from "./page.ts";
import { notFound, RestError } from "./rest-error.ts";
import type { Verifications } from "./verifications.ts";

/** Numbers of other people's that the account has verified, and the way to verify one. https://www.twilio.com/docs/voice/api/outgoing-caller-ids */
export function callerIdRoutes(options: { accountSid: string; numbers: AccountNumbers; verifications: Verifications }): Hono {
  const { accountSid, numbers, verifications } = options;
  const json = (number: AccountNumber) => commonJson(number, { accountSid, resource: "OutgoingCallerIds" });
  return new Hono()
    .get("/", (context) => {
      const items = numbers.list("verified").filter(matching(context)).map(json);
      return context.json(pageOf(context, { key: "outgoing_caller_ids", items }));
    })
    .post("/", async (context) => {
      const form = await formOf(context);
      const phoneNumber = readPhoneNumber(form["PhoneNumber"]);
      if (numbers.has(phoneNumber)) throw new RestError(400, 21450, "Phone number is already verified for your account.");
      const friendlyName = form["FriendlyName"] ?? phoneNumber;
      const verification = verifications.start({
        phoneNumber,
        friendlyName,
        callDelaySeconds: Number(form["CallDelay"] ?? 0) || 0,
        statusCallback: form["StatusCallback"],
        statusCallbackMethod: form["StatusCallbackMethod"] === "GET" ? "GET" : "POST",
      });
      return context.json({
        account_sid: accountSid,
        phone_number: phoneNumber,
        friendly_name: friendlyName,
        validation_code: verification.code,
        call_sid: verification.callSid,
      });
    })
    .get("/:sid", (context) => {
      const number = numbers.find("verified", context.req.param("sid"));
      if (!number) throw notFound(context.req.path);
      return context.json(json(number));
    })
    .delete("/:sid", (context) => {
      const number = numbers.find("verified", context.req.param("sid"));
      if (!number) throw notFound(context.req.path);
      numbers.remove(number.sid);
      return context.body(null, 204);
    });
}

function readPhoneNumber(text = ""): string {
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
  throw new RestError(400, 21401, `PhoneNumber "${text}" must be in E.164 form, such as +14155550199.`);
}
