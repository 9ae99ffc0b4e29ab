import { serveCallSession } from "../../call/serve-call-session.ts";
import { openMicrophone } from "../../call/microphone.ts";
import { createRingbackTone } from "../../call/ringback-tone.ts";
import { dialByTwilio } from "../../call/twilio-line.ts";
import { createSessionApi } from "../../platform/api.ts";

serveCallSession({
  createApi: createSessionApi,
  dial: dialByTwilio,
  openMicrophone,
  ringback: createRingbackTone(),
  now: Date.now,
  close: () => window.close(),
});
