import { browser } from "wxt/browser";
import { callLog } from "../../call/call-log.ts";
import type { CallSnapshot } from "../../call/call-snapshot.ts";
import type { Connection } from "../connection.tsx";
import { writeDiagnostics } from "./write-diagnostics.ts";

/** Gathers what a report is made of, and writes it. A server that does not answer is waited for no longer than a person waits. */
export async function readDiagnostics({ api, session, settings }: Connection, snapshot: CallSnapshot): Promise<string> {
  const [log, serverInfo, microphone] = await Promise.all([
    callLog.read(),
    api.serverInfo({ signal: AbortSignal.timeout(patienceMs) }),
    navigator.permissions.query({ name: "microphone" }),
  ]);
  return writeDiagnostics({
    nowMs: Date.now(),
    extensionVersion: browser.runtime.getManifest().version,
    voiceSdkVersion: String(import.meta.env["VOICE_SDK_VERSION"]),
    browser: thisBrowser(),
    microphone: microphone.state,
    settings,
    session,
    serverInfo: serverInfo.ok ? serverInfo.value : undefined,
    snapshot,
    log,
  });
}

// A copy must follow its click within some five seconds, or the browser refuses it.
const patienceMs = 2000;

/** The brand, its version and the system, and nothing else of what the browser says of itself. */
function thisBrowser() {
  const version = /(Edg|Chrome)\/(\d+(?:\.\d+)*)/.exec(navigator.userAgent);
  const platform = /Windows|Mac OS X|CrOS|Linux/.exec(navigator.userAgent)?.[0] ?? "another system";
  return { brand: version?.[1] === "Edg" ? "Edge" : "Chrome", version: version?.[2] ?? "", platform };
}
