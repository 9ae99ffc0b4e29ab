import type { Faults } from "../legs.ts";
import type { Notifications } from "../notifications.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Attempt } from "./attempt.ts";
import { createFaultLine } from "./fault-line.ts";
import { readResponse } from "./read-response.ts";
import { createWebhooks, type WebhookRequest, type Webhooks } from "./webhooks.ts";

/** Everything the carrier sends to applications. */
export interface Delivery {
  webhooks: Pick<Webhooks, "send">;
  /** Tells an application what has happened, subject to the faults, and waits for nothing. A failure is noted. */
  sendStatus: (request: WebhookRequest) => void;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
  close: () => void;
}

export function createDelivery(options: {
  authToken: string;
  faults: Faults;
  notifications: Notifications;
  scheduler: Scheduler;
  attempt: Attempt;
}): Delivery {
  const { authToken, faults, notifications, scheduler, attempt } = options;
  const webhooks = createWebhooks({ authToken, attempt, scheduler });

  async function tell(request: WebhookRequest): Promise<void> {
    const result = readResponse(await webhooks.send(request), request.url);
    if (result.ok) return;
    notifications.add({ severity: "warning", error: result.error, callSid: request.fields["CallSid"] ?? "" });
  }

  const faultLine = createFaultLine({ faults, scheduler, random: Math.random, deliver: (request) => void tell(request) });
  return {
    webhooks,
    sendStatus: (request) => faultLine.send(request),
    idle: () => webhooks.idle(),
    close() {
      faultLine.close();
      webhooks.close();
    },
  };
}
