import type { CallFeedback, CallQuality } from "#shared/api/call-quality.ts";
import type { CallId } from "#shared/ids.ts";

/**
 * How calls sounded, by the browser's figures and the person's word. Both are hearsay: nothing is charged or decided by them.
 * What is told first is kept, so that a report sent again, or late, changes nothing.
 */
export interface QualityStore {
  /** `false` when the call's quality was told before. The call must be there. */
  addQuality(report: { callId: CallId; quality: CallQuality; nowMs: number }): Promise<boolean>;
  /** `false` when the person has spoken on this call before. The call must be there. */
  addFeedback(report: { callId: CallId; feedback: CallFeedback; nowMs: number }): Promise<boolean>;
  readQuality(callId: CallId): Promise<{ quality: CallQuality | null; feedback: CallFeedback | null }>;
}
