import { webhookPaths } from "../../twilio/webhook-urls.ts";
import { statusForm } from "../carrier/forms.ts";
import { signedForm } from "../carrier/webhook-line.ts";
import type { Switchboard } from "../carrier/switchboard.ts";
import type { ServerRoom } from "../machine/server-room.ts";
import type { World } from "../world.ts";

const longTalkSeconds = 86_399;

/** Somebody who knows the ids of calls, but not the secret: they would have a call charged for a day. */
export function createForger(
  world: World,
  servers: Pick<ServerRoom, "request">,
  switchboard: Switchboard,
): (delayMs: number) => void {
  const { timeline, random, count } = world;

  return (delayMs) => {
    timeline.after(delayMs, "a forged webhook", async () => {
      const children = [...switchboard.children.values()];
      if (children.length === 0) return;
      const child = random.pick(children);
      const news = { status: "completed", sequence: 3, atMs: timeline.nowMs() };
      const [honest, dear] = [
        statusForm(child, { ...news, durationSeconds: 0 }),
        statusForm(child, { ...news, durationSeconds: longTalkSeconds }),
      ];
      const path = webhookPaths.status;
      const request = random.pick([
        () => signedForm(path, dear, { token: "another secret" }),
        () => signedForm(path, dear, { signedPath: webhookPaths.dialAction }),
        () => signedForm(path, dear, { signedForm: honest }),
      ])();
      const answer = await servers.request(path, request);
      if (!answer) return;
      count("webhook forged");
      if (answer.status !== 403) world.violate(`A forged webhook was answered ${answer.status}.`);
    });
  };
}
