import type { ServerInfo } from "#shared/api/server-info.ts";
import type { CarrierConfig, TwilioCredentials } from "../config.ts";
import { newSid } from "../sandbox/sids.ts";
import { startSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import { randomBytes } from "node:crypto";
import { createTwilioClient, type TwilioClient } from "../twilio/client.ts";
import { findApplication } from "./find-application.ts";

/** Whoever carries the calls, ready to be spoken to. */
export interface OpenCarrier {
  name: ServerInfo["carrier"];
  client: TwilioClient;
  credentials: TwilioCredentials;
  applicationSid: string;
  sandboxSignalUrl: string | null;
  /** The sandbox inside this process, when there is one. */
  sandbox: Sandbox | undefined;
}

/** Starts the sandbox, or goes to the one that runs or to Twilio. The server behind this cannot tell which. */
export async function openCarrier(carrier: CarrierConfig, { voiceUrl }: { voiceUrl: string }): Promise<OpenCarrier> {
  switch (carrier.kind) {
    case "sandbox":
      return startOwnSandbox(voiceUrl);
    case "running_sandbox": {
      const { url, credentials, applicationSid } = carrier;
      const client = createTwilioClient(credentials, { apiBaseUrl: url });
      const sandboxSignalUrl = `${url.replace(/^http/, "ws")}/signal`;
      return { name: "sandbox", client, credentials, applicationSid, sandboxSignalUrl, sandbox: undefined };
    }
    case "twilio": {
      const { credentials } = carrier;
      const client = createTwilioClient(credentials);
      const applicationSid = carrier.applicationSid ?? (await findApplication(client, voiceUrl));
      return { name: "twilio", client, credentials, applicationSid, sandboxSignalUrl: null, sandbox: undefined };
    }
  }
}

/** Its secrets last as long as it does, and nobody else ever needs them. */
async function startOwnSandbox(voiceUrl: string): Promise<OpenCarrier> {
  const applicationSid = newSid("AP");
  const credentials: TwilioCredentials = {
    accountSid: newSid("AC"),
    authToken: randomBytes(16).toString("hex"),
    apiKeySid: newSid("SK"),
    apiKeySecret: randomBytes(16).toString("hex"),
  };
  const sandbox = await startSandbox({ account: { ...credentials, applicationSid }, voiceUrl });
  const client = createTwilioClient(credentials, { apiBaseUrl: sandbox.url });
  return { name: "sandbox", client, credentials, applicationSid, sandboxSignalUrl: sandbox.signalUrl, sandbox };
}
