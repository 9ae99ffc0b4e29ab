import twilio from "twilio";

/** The account whose carrier signs, and the address it believes to call. */
export interface Signer {
  authToken: string;
  publicUrl: string;
  path: string;
}

/** How the carrier knows the legs of the n-th call of a run. */
export function legsOf(callNumber: number): { parentSid: string; childSid: string } {
  const digits = callNumber.toString(16).padStart(31, "0");
  return { parentSid: `CAa${digits}`, childSid: `CAc${digits}` };
}

/** How long the n-th call talks. */
export function talkSecondsOf(callNumber: number): number {
  return 1 + (callNumber % 180);
}

/** What one call makes the carrier say. */
export const webhooksPerCall = 4;

// As many calls ring at once. What follows on one another is always of different calls, as it is on a busy day.
const callsAtOnce = 1_000;

/**
 * The requests by which the carrier tells of calls, as bytes ready to be sent: each call is initiated, rings, is answered and
 * ends, and each of these is news. They are signed by the carrier's own library.
 */
export function signCallWebhooks(signer: Signer, calls: { first: number; count: number }): Buffer[] {
  const requests: Buffer[] = [];
  for (let first = calls.first; first < calls.first + calls.count; first += callsAtOnce) {
    const last = Math.min(first + callsAtOnce, calls.first + calls.count);
    for (let step = 0; step < webhooksPerCall; step += 1)
      for (let call = first; call < last; call += 1) requests.push(signCallWebhook(signer, { call, step }));
  }
  return requests;
}

/** One of the webhooks of the n-th call, by its place among them. */
export function signCallWebhook(signer: Signer, { call, step }: { call: number; step: number }): Buffer {
  const fields = steps[step]?.(call);
  if (!fields) throw new Error(`A call has no webhook number ${step}.`);
  return sign(signer, fields);
}

const startMs = Date.UTC(2026, 0, 5, 12);

const steps = ["initiated", "ringing", "in-progress", "completed"].map((status, sequence) => (callNumber: number) => {
  const talkSeconds = status === "completed" ? talkSecondsOf(callNumber) : 0;
  return {
    ...fieldsOf(callNumber),
    CallStatus: status,
    SequenceNumber: String(sequence),
    Timestamp: new Date(startMs + (sequence + talkSeconds) * 1_000).toUTCString().replace("GMT", "+0000"),
    ...(status === "completed" && { CallDuration: String(talkSeconds), Duration: String(Math.ceil(talkSeconds / 60)) }),
  };
});

/** https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback */
function fieldsOf(callNumber: number): Record<string, string> {
  const { parentSid, childSid } = legsOf(callNumber);
  return {
    AccountSid: "AC00000000000000000000000000000001",
    ApiVersion: "2010-04-01",
    CallSid: childSid,
    ParentCallSid: parentSid,
    Called: "+14155552671",
    Caller: "+12125550123",
    CallbackSource: "call-progress-events",
    Direction: "outbound-dial",
    From: "+12125550123",
    To: "+14155552671",
  };
}

function sign({ authToken, publicUrl, path }: Signer, fields: Record<string, string>): Buffer {
  const body = new URLSearchParams(fields).toString();
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${new URL(publicUrl).host}`,
    "connection: keep-alive",
    "user-agent: TwilioProxy/1.1",
    "accept: */*",
    "content-type: application/x-www-form-urlencoded; charset=UTF-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-twilio-signature: ${twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, fields)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}
