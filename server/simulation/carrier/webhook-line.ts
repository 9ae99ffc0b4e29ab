import twilio from "twilio";
import type { ServerRoom } from "../machine/server-room.ts";
import { authToken, publicUrl, type Answer } from "../machine/simulated-server.ts";
import { goesWrong, type World } from "../world.ts";

interface Webhook {
  what: string;
  path: string;
  form: Record<string, string>;
  /** Called when an attempt gets to a running server, whatever that makes of it. */
  onReached?: () => void;
  /** Called with every answer that says something, the ones that came too late for the carrier included. */
  onAnswer?: (answer: Answer, heard: { isFirst: boolean }) => void;
  /** Called when the last attempt has failed. */
  onGivenUp?: () => void;
}

export type PostWebhook = (webhook: Webhook) => void;

const mostAttempts = 6;
/** How long the carrier waits for an answer. */
const patienceMs = 15_000;
const latestMs = 600_000;
const oldestReplayMs = 6 * 3_600_000;

/** The network between the carrier and the server: it loses webhooks, doubles them, holds them up and sends old ones again. */
export function createWebhookLine(world: World, servers: Pick<ServerRoom, "request" | "isUp">): PostWebhook {
  const { timeline, random, conditions, count } = world;

  function send({ path, form, onReached }: Webhook): Promise<Answer | undefined> {
    if (servers.isUp()) onReached?.();
    return servers.request(path, signedForm(path, form));
  }

  /** A copy that the carrier did not send, or has forgotten: nobody waits for its answer. */
  function stray(webhook: Webhook, delayMs: number): void {
    timeline.after(delayMs, `${webhook.what} (copy)`, async () => {
      const answer = await send(webhook);
      if (answer) webhook.onAnswer?.(answer, { isFirst: false });
    });
  }

  return (webhook) => {
    let isHeard = false;

    function attempt(number: number): void {
      if (number > 1) count("webhook sent again");
      if (goesWrong(world, conditions.lost)) {
        count("webhook lost");
        return tryAgain(number, patienceMs);
      }
      const delayMs = drawDelayMs();
      timeline.after(delayMs, webhook.what, async () => {
        const answer = await send(webhook);
        if (!answer || answer.status >= 500) {
          if (delayMs < patienceMs) tryAgain(number, random.between(500, 5_000));
          return;
        }
        const isLost = delayMs >= patienceMs || goesWrong(world, conditions.answerLost);
        if (isLost) count("answer lost");
        webhook.onAnswer?.(answer, { isFirst: !isHeard && !isLost });
        if (!isLost) isHeard = true;
        else if (delayMs < patienceMs) tryAgain(number, patienceMs);
      });
      if (delayMs >= patienceMs) tryAgain(number, patienceMs);
    }

    function tryAgain(number: number, delayMs: number): void {
      // A status that was lost on its way is lost for good as often as it is sent again: not every loss is a timeout.
      const isLast = number >= mostAttempts || (!webhook.onGivenUp && random.chance(0.5));
      timeline.after(delayMs, `${webhook.what} was not answered`, () => {
        if (isHeard) return;
        if (isLast) webhook.onGivenUp?.();
        else attempt(number + 1);
      });
    }

    attempt(1);
    if (goesWrong(world, conditions.doubled)) {
      count("webhook doubled");
      if (webhook.onGivenUp && webhook.path.endsWith("/voice")) count("voice webhook doubled");
      stray(webhook, drawDelayMs());
    }
    if (goesWrong(world, conditions.replayed)) {
      count("webhook replayed");
      stray(webhook, random.between(latestMs, oldestReplayMs));
    }
  };

  function drawDelayMs(): number {
    if (!goesWrong(world, conditions.late)) return random.between(20, 400);
    count("webhook late");
    return random.between(400, latestMs);
  }
}

/** A request as the carrier signs it. */
export function signedForm(
  path: string,
  form: Record<string, string>,
  forged: { token?: string; signedPath?: string; signedForm?: Record<string, string> } = {},
): RequestInit {
  const url = `${publicUrl}${forged.signedPath ?? path}`;
  return {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(forged.token ?? authToken, url, forged.signedForm ?? form),
    },
    body: new URLSearchParams(form).toString(),
  };
}
