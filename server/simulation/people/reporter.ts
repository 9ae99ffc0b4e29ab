import type { AccountId, CallId } from "#shared/ids.ts";
import type { ServerRoom } from "../machine/server-room.ts";
import { goesWrong, type World } from "../world.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { asJson } from "./requests.ts";

export interface ReporterDeps {
  servers: Pick<ServerRoom, "request">;
  accounts: readonly AccountId[];
  /** Told before a report is sent: what it must not do is checked after the step. */
  onReport: () => void;
}

export type ReportOn = (call: { accountId: AccountId; callId: CallId }) => void;

/** Clients that say their calls have ended, at any moment and with any claims, true or not. */
export function createReporter(world: World, { servers, accounts, onReport }: ReporterDeps): ReportOn {
  const { timeline, random, count } = world;
  const kept = createKeptAnswers(world);

  function report(
    what: string,
    delayMs: number,
    request: RequestInit,
    expected: (status: number) => boolean,
    key?: string,
  ): void {
    timeline.after(delayMs, what, async () => {
      onReport();
      const answer = await servers.request("/api/user/transactions", request);
      if (!answer || answer.status >= 500 || answer.status === 409) return;
      if (!expected(answer.status)) world.violate(`A client's report was answered ${answer.status} ${answer.body}`);
      if (key !== undefined && answer.status !== 422) kept.check(key, answer);
    });
  }

  function drawClaim(callId: CallId) {
    const claims = {
      duration: random.between(0, 100_000),
      cost: String(random.between(0, 500)),
      status: random.pick(["COMPLETED", "FAILED"] as const),
    };
    return { type: "call", callId, ...(random.chance(0.7) && claims) };
  }

  return ({ accountId, callId }) => {
    for (let reports = random.between(0, 3); reports > 0; reports -= 1) {
      count("client's claim");
      const isEarly = random.chance(0.3);
      if (isEarly) count("claim at the moment of connecting");
      const [claim, delayMs] = [drawClaim(callId), random.between(0, isEarly ? 4_000 : 1_200_000)];
      if (random.chance(0.5)) {
        report(`${callId} is reported as ended`, delayMs, asJson(accountId, claim), (status) => status === 200);
        continue;
      }
      const key = random.hex(8);
      const headers = { "idempotency-key": key };
      report(
        `${callId} is reported as ended, by key`,
        delayMs,
        asJson(accountId, claim, headers),
        (status) => status === 200,
        key,
      );
      if (!goesWrong(world, 0.5)) continue;
      count("request repeated");
      report(
        `${callId} is reported again`,
        delayMs + random.between(0, 90_000),
        asJson(accountId, claim, headers),
        (status) => status === 200,
        key,
      );
      if (!goesWrong(world, 0.5)) continue;
      count("key used for another request");
      const other = asJson(accountId, { ...claim, duration: 7 }, headers);
      report(
        `${callId} is reported by an old key`,
        delayMs + random.between(100_000, 200_000),
        other,
        (status) => status === 422 || status === 200,
      );
    }
    const stranger = random.pick(accounts);
    if (stranger === accountId || !goesWrong(world, 0.2)) return;
    count("stranger's claim");
    report(
      `a stranger reports ${callId}`,
      random.between(0, 600_000),
      asJson(stranger, drawClaim(callId)),
      (status) => status === 404,
    );
  };
}
