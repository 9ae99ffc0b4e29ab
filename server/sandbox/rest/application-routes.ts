import { Hono } from "hono";
import { rfc2822 } from "../callbacks/status-callbacks.ts";
import type { HttpMethod } from "../twiml/verbs.ts";
import type { Application, Applications, ApplicationSettings } from "./applications.ts";
import { formOf } from "./form.ts";
import { pageOf } from "./page.ts";
import { notFound } from "./rest-error.ts";

/** TwiML applications. https://www.twilio.com/docs/usage/api/applications */
export function applicationRoutes(options: { accountSid: string; applications: Applications }): Hono {
  const { accountSid, applications } = options;
  const json = (application: Application) => applicationJson(application, accountSid);
  return new Hono()
    .get("/", (context) => {
      const friendlyName = context.req.query("FriendlyName");
      const found = applications.list().filter((item) => friendlyName === undefined || item.friendlyName === friendlyName);
      return context.json(pageOf(context, { key: "applications", items: found.map(json) }));
    })
    .post("/", async (context) => {
      const application = applications.add({ ...emptySettings, ...readSettings(await formOf(context)) });
      return context.json(json(application), 201);
    })
    .get("/:sid", (context) => {
      const application = applications.find(context.req.param("sid"));
      if (!application) throw notFound(context.req.path);
      return context.json(json(application));
    })
    .post("/:sid", async (context) => {
      const application = applications.change(context.req.param("sid"), readSettings(await formOf(context)));
      if (!application) throw notFound(context.req.path);
      return context.json(json(application));
    })
    .delete("/:sid", (context) => {
      if (!applications.remove(context.req.param("sid"))) throw notFound(context.req.path);
      return context.body(null, 204);
    });
}

const emptySettings: ApplicationSettings = {
  friendlyName: "",
  voiceUrl: "",
  voiceMethod: "POST",
  statusCallback: undefined,
  statusCallbackMethod: "POST",
};

function readSettings(form: Record<string, string>): Partial<ApplicationSettings> {
  const { FriendlyName, VoiceUrl, VoiceMethod, StatusCallback, StatusCallbackMethod } = form;
  return {
    ...(FriendlyName !== undefined && { friendlyName: FriendlyName }),
    ...(VoiceUrl !== undefined && { voiceUrl: VoiceUrl }),
    ...(VoiceMethod !== undefined && { voiceMethod: readMethod(VoiceMethod) }),
    ...(StatusCallback !== undefined && { statusCallback: StatusCallback === "" ? undefined : StatusCallback }),
    ...(StatusCallbackMethod !== undefined && { statusCallbackMethod: readMethod(StatusCallbackMethod) }),
  };
}

function readMethod(text: string): HttpMethod {
  return text.toUpperCase() === "GET" ? "GET" : "POST";
}

function applicationJson(application: Application, accountSid: string) {
  return {
    sid: application.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    friendly_name: application.friendlyName,
    voice_url: application.voiceUrl,
    voice_method: application.voiceMethod,
    voice_fallback_url: null,
    voice_fallback_method: "POST",
    voice_caller_id_lookup: false,
    status_callback: application.statusCallback ?? null,
    status_callback_method: application.statusCallbackMethod,
    sms_url: null,
    sms_method: "POST",
    sms_fallback_url: null,
    sms_fallback_method: "POST",
    sms_status_callback: null,
    message_status_callback: null,
    public_application_connect_enabled: false,
    date_created: rfc2822(application.createdAtMs),
    date_updated: rfc2822(application.updatedAtMs),
    uri: `/2010-04-01/Accounts/${accountSid}/Applications/${application.sid}.json`,
  };
}
