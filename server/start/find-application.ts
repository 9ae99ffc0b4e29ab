import type { Twilio } from "twilio";
import { StartRefused } from "./start-refused.ts";

// Twilio allows 64 characters.
const longestName = 64;

/**
 * The TwiML application that this server's calls are made through: found by its name on the Twilio account, or made, with its
 * voice URL set to this server's. This is what lets going live need no click in the console. The name bears the host, so that
 * two servers on one account do not take each other's calls.
 */
export async function findApplication(client: Pick<Twilio, "applications">, voiceUrl: string): Promise<string> {
  const friendlyName = `Ringback (${new URL(voiceUrl).host})`.slice(0, longestName);
  try {
    const [existing] = await client.applications.list({ friendlyName, limit: 1 });
    if (!existing) return (await client.applications.create({ friendlyName, voiceUrl, voiceMethod: "POST" })).sid;
    if (existing.voiceUrl !== voiceUrl || existing.voiceMethod !== "POST")
      await existing.update({ voiceUrl, voiceMethod: "POST" });
    return existing.sid;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(
      `Twilio would not find or make the TwiML application: ${why}. Check the TWILIO_* variables, or set TWILIO_APP_SID.`,
      { cause: error },
    );
  }
}
