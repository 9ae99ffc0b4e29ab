import { callFields } from "../callbacks/call-fields.ts";
import { createStatusCallbacks } from "../callbacks/status-callbacks.ts";
import type { Invite, Switchboard } from "../legs.ts";
import { TwilioError } from "../twilio-error.ts";
import { CallerCall } from "./caller-call.ts";
import type { Exchange, VoiceApplication } from "./exchange.ts";
import { runCall } from "./run-call.ts";

/** Takes the calls that browsers ask for, and has each application say what becomes of them. */
export function createSwitchboard(exchange: Exchange): Switchboard {
  return {
    handleInvite(invite) {
      const { leg, applicationSid, params } = invite;
      const { records, scheduler, notifications } = exchange;
      const application = exchange.findApplication(applicationSid);
      records.add(
        {
          sid: leg.callSid,
          parentCallSid: undefined,
          direction: "inbound",
          from: `client:${leg.identity}`,
          to: params["To"] ?? "",
          createdAtMs: scheduler.nowMs(),
        },
        "ringing",
      );
      const call = new CallerCall(leg, exchange);
      if (!application) {
        const error = new TwilioError(21218, `There is no application ${applicationSid}.`);
        notifications.add({ severity: "error", error, callSid: call.sid });
        return call.end({ error: { code: 31001, message: "Application Not Found" } });
      }
      keepTrack(call, application, exchange);
      call.start();
      if (!call.ended.aborted)
        void runCall({ call, exchange, applicationSid }, voiceRequest({ call, application, invite, exchange }));
    },
  };
}

/** The application hears of a caller's call only when it has ended, as for any call that comes in. */
function keepTrack(call: CallerCall, application: VoiceApplication, exchange: Exchange): void {
  const { liveLegs, account, sendStatus } = exchange;
  const { statusCallback: url, statusCallbackMethod: method } = application;
  liveLegs.add(call.sid, { end: () => call.end({ unanswered: "canceled" }), media: call.media, digits: call.digits });
  call.ended.addEventListener("abort", () => {
    liveLegs.remove(call.sid);
    if (url === undefined) return;
    const target = { url, method, events: new Set(["completed"] as const) };
    createStatusCallbacks({ accountSid: account.accountSid, target, send: sendStatus })(call.record);
  });
}

/** What the browser passed to `connect` comes with the request, and can claim to be none of the carrier's own fields but To. */
function voiceRequest(options: { call: CallerCall; application: VoiceApplication; invite: Invite; exchange: Exchange }) {
  const { call, application, invite, exchange } = options;
  const fields = {
    ...invite.params,
    ...callFields(exchange.account.accountSid, call.record),
    ApplicationSid: invite.applicationSid,
  };
  return { url: application.voiceUrl, method: application.voiceMethod, fields };
}
