import { callFeedbackSchema, callQualitySchema } from "#shared/api/call-quality.ts";
import { callIdSchema } from "#shared/ids.ts";
import { ok } from "#shared/result.ts";
import { z } from "zod";
import type { ApiFailure } from "../platform/api-failure.ts";
import { createSessionApi, type Api } from "../platform/api.ts";
import { createChannel, type Exchange } from "../platform/messenger.ts";
import { sessionStore } from "../platform/session-store.ts";
import { createStoredItem } from "../platform/stored-item.ts";

const aboutCall = { serverUrl: z.url(), callId: callIdSchema };

const qualityReportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quality"), ...aboutCall, quality: callQualitySchema }),
  z.object({ kind: z.literal("feedback"), ...aboutCall, feedback: callFeedbackSchema }),
]);

/** How a call sounded, or what the person says of it, for the server that has the call. */
export type QualityReport = z.infer<typeof qualityReportSchema>;

/** More than a day of calls with the server away. The oldest go first: nothing but a figure in the history depends on them. */
const mostKept = 100;

const unsent = createStoredItem<QualityReport[]>({
  area: "local",
  key: "unsentQuality",
  parse: (stored) => z.array(qualityReportSchema).safeParse(stored).data ?? [],
});

interface QualityReportProtocol {
  keep: Exchange<QualityReport>;
}

/** To the service worker, from whoever has something to report: the offscreen document has no storage, and a popup closes. */
export const qualityReportChannel = createChannel<QualityReportProtocol>("service-worker", "quality-report");

/**
 * Keeps what is reported until the server has taken it: it is sent at once, with every later report, and whenever the service
 * worker starts, so with the browser's next start, too. What a browser that died had measured and not yet reported is lost.
 */
export function hostQualityReports(): void {
  qualityReportChannel.serve({
    async keep(report) {
      await unsent.update((kept) => [...kept, report].slice(-mostKept));
      void sendReports();
      return ok(undefined);
    },
  });
  void sendReports();
}

/** Sends what waits for the server that is signed in to. What another server is to get waits until that one is. */
export async function sendReports(apiOf: typeof createSessionApi = createSessionApi): Promise<void> {
  const session = await sessionStore.read();
  if (!session) return;
  const api = apiOf(session);
  for (const report of await unsent.read()) {
    if (report.serverUrl !== session.serverUrl) continue;
    const told = await tell(api, report);
    if (!told.ok && isWorthRepeating(told.error)) return;
    await unsent.update((kept) => kept.filter((each) => !isSame(each, report)));
  }
}

function tell(api: Pick<Api, "tellQuality" | "tellFeedback">, report: QualityReport) {
  return report.kind === "quality" ? api.tellQuality(report) : api.tellFeedback(report);
}

/** The server is away, or has its hands full. Whatever else it says, it would say again. */
function isWorthRepeating({ code }: ApiFailure): boolean {
  return code === "server_unreachable" || code === "internal_error" || code === "too_many_requests" || code === "unauthorized";
}

function isSame(one: QualityReport, other: QualityReport): boolean {
  return one.kind === other.kind && one.callId === other.callId && one.serverUrl === other.serverUrl;
}
