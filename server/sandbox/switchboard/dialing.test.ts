import { describe, expect, it } from "vitest";
import { durationSecondsOf } from "../call-records.ts";
import { ownNumber, TestCarrier } from "./testing/test-carrier.ts";

const events = `statusCallback="/status#rc=5" statusCallbackEvent="initiated ringing answered completed"`;

function number(to: string): string {
  return `<Number ${events}>${to}</Number>`;
}

function dial(nouns: string, attributes = ""): string {
  return `<Dial callerId="${ownNumber}" answerOnBridge="true" action="/after" ${attributes}>${nouns}</Dial>`;
}

function carrierThatDials(nouns: string, attributes = ""): TestCarrier {
  return new TestCarrier({ "/voice": dial(nouns, attributes), "/after": "<Hangup/>" });
}

/** The fields that the Dial's action was told. */
function actionOf(carrier: TestCarrier) {
  return carrier.asked.find(({ url }) => url === "https://app.test/after")?.fields;
}

describe("Dial with answerOnBridge", () => {
  it("keeps the caller ringing, with ringback to hear, until the callee answers", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    const leg = await carrier.call();
    await carrier.advance(0.5);
    expect(leg.log).toEqual(["ring with early media"]);
    expect(leg.media.nowPlaying).toBe("ringback");
    expect(carrier.caller?.status).toBe("ringing");
    await carrier.advance(0.6);
    expect(leg.log).toEqual(["ring with early media", "answer"]);
    expect(leg.media.nowPlaying).toBe("greeting");
    expect(carrier.caller?.status).toBe("in-progress");
    expect(carrier.children[0]).toMatchObject({ status: "in-progress", from: ownNumber, to: "+14155550100" });
  });

  it("tells every step of the child leg, in order, and the action how it ended", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    const leg = await carrier.call();
    await carrier.advance(31.1);
    leg.hangUp();
    await carrier.advance(0);
    expect(carrier.toldStatuses()).toEqual([
      "+14155550100 initiated #0",
      "+14155550100 ringing #1",
      "+14155550100 in-progress #2",
      "+14155550100 completed #3",
    ]);
    expect(carrier.told[3]).toMatchObject({
      url: "https://app.test/status#rc=5",
      method: "POST",
      fields: { ParentCallSid: "CAcaller", CallSid: "CAchild1", CallDuration: "30", Direction: "outbound-dial" },
    });
    expect(actionOf(carrier)).toMatchObject({
      CallSid: "CAcaller",
      CallStatus: "completed",
      DialCallSid: "CAchild1",
      DialCallStatus: "completed",
      DialCallDuration: "30",
      DialBridged: "true",
    });
    expect(carrier.caller?.status).toBe("completed");
  });

  it("cancels the child leg when the caller hangs up before the answer", async () => {
    const carrier = carrierThatDials(number("+14155550104"));
    const leg = await carrier.call();
    await carrier.advance(3);
    leg.hangUp();
    await carrier.advance(60);
    expect(carrier.toldStatuses().at(-1)).toBe("+14155550104 canceled #2");
    expect(actionOf(carrier)).toMatchObject({ CallStatus: "canceled", DialCallStatus: "canceled", DialBridged: "false" });
    expect(carrier.caller?.status).toBe("canceled");
    expect(carrier.scheduler.waiting).toBe(0);
  });
});

describe("an action that is told of a call's end", () => {
  it("has its answer ignored, since there is nobody left to follow it", async () => {
    const carrier = new TestCarrier({ "/voice": dial(number("+14155550100")), "/after": dial(number("+14155550101")) });
    const leg = await carrier.call();
    await carrier.advance(5);
    leg.hangUp();
    await carrier.advance(5);
    expect(carrier.children).toHaveLength(1);
    expect(carrier.asked).toHaveLength(2);
  });
});

describe("Dial without answerOnBridge", () => {
  it("answers the caller at once, who hears the ringback then", async () => {
    const carrier = new TestCarrier({ "/voice": `<Dial callerId="${ownNumber}">+14155550100</Dial>` });
    const leg = await carrier.call();
    await carrier.advance(0.5);
    expect(leg.log).toEqual(["answer"]);
    expect(leg.media.nowPlaying).toBe("ringback");
  });
});

describe("a callee", () => {
  it.each([
    ["busy", "+14155550103", "busy", ["initiated", "busy"]],
    ["declined", "+14155550105", "busy", ["initiated", "ringing", "busy"]],
    ["out of service", "+14155550106", "failed", ["initiated", "failed"]],
    ["never answering", "+14155550104", "no-answer", ["initiated", "ringing", "no-answer"]],
  ])("that is %s ends the dial unanswered", async (_, to, status, told) => {
    const carrier = carrierThatDials(number(to));
    const leg = await carrier.call();
    await carrier.advance(31);
    expect(carrier.told.map(({ fields }) => fields["CallStatus"])).toEqual(told);
    expect(carrier.told.at(-1)?.fields).toMatchObject({ CallDuration: "0" });
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: status, DialBridged: "false" });
    expect(actionOf(carrier)).not.toHaveProperty("DialCallDuration");
    expect(leg.log).not.toContain("answer");
    expect(leg.log.at(-1)).toBe("end");
    expect(carrier.caller?.status).toBe("no-answer");
  });

  it("that answers late does so after 5 seconds of ringing", async () => {
    const carrier = carrierThatDials(number("+14155550102"));
    await carrier.call();
    await carrier.advance(5);
    expect(carrier.children[0]?.status).toBe("ringing");
    await carrier.advance(0.2);
    expect(carrier.children[0]?.status).toBe("in-progress");
  });

  it("that hangs up by itself does so after its seconds, and the caller is led on", async () => {
    const carrier = carrierThatDials(number("+12125550107"));
    const leg = await carrier.call();
    await carrier.advance(60);
    expect(carrier.told.at(-1)?.fields).toMatchObject({ CallStatus: "completed", CallDuration: "7" });
    expect(actionOf(carrier)).toMatchObject({ CallStatus: "in-progress", DialCallStatus: "completed", DialCallDuration: "7" });
    expect(leg.log.at(-1)).toBe("end");
  });

  it("that echoes greets first, and repeats the caller until it hangs up", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    const leg = await carrier.call();
    await carrier.advance(1.2);
    expect(leg.media.destination).toBeUndefined();
    await carrier.advance(10);
    expect(leg.media.played).toEqual(["ringback", "greeting"]);
    expect(leg.media.destination).toBe(leg.media);
    leg.hangUp();
    expect(leg.media.destination).toBeUndefined();
  });

  it("that is left while it greets does not echo afterwards", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    const leg = await carrier.call();
    await carrier.advance(2);
    expect(leg.media.nowPlaying).toBe("greeting");
    leg.hangUp();
    await carrier.advance(10);
    expect(leg.media.destination).toBeUndefined();
  });

  it("that is a menu says which digit was pressed", async () => {
    const carrier = carrierThatDials(number("+14155550101"));
    const leg = await carrier.call();
    await carrier.advance(3);
    leg.press("5");
    await carrier.advance(3);
    leg.press("*");
    leg.press("#");
    expect(leg.media.played).toEqual(["ringback", "ivr-menu", "digit-5", "digit-star", "digit-pound"]);
  });

  it("that is a menu hears the digits TwiML sends", async () => {
    const carrier = carrierThatDials(`<Number sendDigits="ww1W2">+14155550101</Number>`);
    const leg = await carrier.call();
    await carrier.advance(1.1);
    await carrier.advance(1);
    expect(leg.media.nowPlaying).toBe("digit-1");
    await carrier.advance(1);
    expect(leg.media.nowPlaying).toBe("digit-2");
  });

  it("that loses its audio silences the caller without ending the call", async () => {
    const carrier = carrierThatDials(number("+14155550107"));
    const leg = await carrier.call();
    await carrier.advance(30);
    expect(leg.media.isBlackhole).toBe(true);
    expect(carrier.children[0]?.status).toBe("in-progress");
  });

  it("at a number nobody can have fails, and says why", async () => {
    const carrier = carrierThatDials(number("+0123"));
    await carrier.call();
    await carrier.advance(1);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "failed" });
    expect(carrier.codes).toEqual([13224]);
  });

  it("is reached by a number without its country code, as in North America", async () => {
    const carrier = carrierThatDials("<Number>(415) 555-0103</Number>");
    await carrier.call();
    await carrier.advance(1);
    expect(carrier.children[0]).toMatchObject({ to: "+14155550103", status: "busy" });
  });
});

describe("the limits of a dial", () => {
  it("gives up after its timeout", async () => {
    const carrier = carrierThatDials(number("+14155550104"), `timeout="12"`);
    await carrier.call();
    await carrier.advance(11.9);
    expect(carrier.children[0]?.status).toBe("ringing");
    await carrier.advance(0.1);
    expect(carrier.children[0]?.status).toBe("no-answer");
  });

  it("ends the child leg at its time limit, counted from the answer, and leads the caller on", async () => {
    const carrier = new TestCarrier({
      "/voice": dial(number("+14155550100"), `timeLimit="10"`),
      "/after": "<Say>Goodbye.</Say>",
    });
    const leg = await carrier.call();
    await carrier.advance(11);
    expect(carrier.children[0]?.status).toBe("in-progress");
    await carrier.advance(0.1);
    expect(carrier.children[0]?.status).toBe("completed");
    expect(actionOf(carrier)).toMatchObject({ CallStatus: "in-progress", DialCallDuration: "10" });
    expect(leg.media.nowPlaying).toBe("goodbye");
    await carrier.advance(10);
    expect(leg.log.at(-1)).toBe("end");
  });

  it("lets the child leg run past its time limit when the fault says so", async () => {
    const carrier = carrierThatDials(number("+14155550100"), `timeLimit="10"`);
    carrier.faults.overrunSeconds = 5;
    await carrier.call();
    await carrier.advance(60);
    expect(carrier.told.at(-1)?.fields).toMatchObject({ CallDuration: "15" });
  });

  it("leaves nothing behind when it is over", async () => {
    const carrier = carrierThatDials(`${number("+12125550105")}${number("+14155550104")}`);
    await carrier.call();
    await carrier.advance(60);
    expect(carrier.scheduler.waiting).toBe(0);
  });
});

describe("several parties", () => {
  it("ring at once, the first to answer wins, and the others are canceled", async () => {
    const carrier = carrierThatDials(`${number("+14155550102")}${number("+14155550100")}<Client ${events}>bob</Client>`);
    carrier.registered.add("bob");
    await carrier.call();
    await carrier.advance(2);
    expect(carrier.children.map(({ to, status }) => `${to} ${status}`)).toEqual([
      "+14155550102 canceled",
      "+14155550100 in-progress",
      "client:bob canceled",
    ]);
    expect(carrier.called.get("bob")?.log).toEqual(["end"]);
    carrier.called.get("bob")?.accept();
    await carrier.advance(60);
    expect(carrier.children[2]?.status).toBe("canceled");
  });

  it("do not fail as long as one may still answer", async () => {
    const carrier = carrierThatDials(`${number("+14155550103")}${number("+14155550106")}${number("+14155550100")}`);
    await carrier.call();
    await carrier.advance(0.5);
    expect(carrier.children.map(({ status }) => status)).toEqual(["busy", "failed", "ringing"]);
    await carrier.advance(1);
    expect(carrier.children[2]?.status).toBe("in-progress");
  });
});

describe("another browser", () => {
  const client = `<Client ${events}><Identity>bob</Identity><Parameter name="deal" value="7"/></Client>`;

  it("rings, answers, hears the caller and is heard", async () => {
    const carrier = carrierThatDials(client);
    carrier.registered.add("bob");
    const leg = await carrier.call();
    const bob = carrier.called.get("bob");
    expect(carrier.children[0]).toMatchObject({ to: "client:bob", from: ownNumber, status: "ringing" });
    bob?.accept();
    expect(leg.log.at(-1)).toBe("answer");
    expect(leg.media.destination).toBe(bob?.media);
    expect(bob?.media.destination).toBe(leg.media);
    await carrier.advance(12);
    bob?.hangUp();
    await carrier.advance(0);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "completed", DialCallDuration: "12" });
  });

  it("that declines is busy", async () => {
    const carrier = carrierThatDials(client);
    carrier.registered.add("bob");
    await carrier.call();
    carrier.called.get("bob")?.reject();
    await carrier.advance(0);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "busy" });
  });

  it("is told when the caller gives up", async () => {
    const carrier = carrierThatDials(client);
    carrier.registered.add("bob");
    const leg = await carrier.call();
    leg.hangUp();
    expect(carrier.called.get("bob")?.log).toEqual(["end"]);
    expect(carrier.children[0]?.status).toBe("canceled");
  });

  it("that is not there does not answer", async () => {
    const carrier = carrierThatDials(client);
    await carrier.call();
    await carrier.advance(0);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
  });

  it("is shown the caller's own address when nothing else is said", async () => {
    const carrier = new TestCarrier({ "/voice": "<Dial><Client>bob</Client></Dial>" });
    await carrier.call();
    expect(carrier.children[0]?.from).toBe("client:alice");
  });
});

describe("the caller ID", () => {
  it.each([
    ["is nobody's", `<Dial callerId="+14155550123">+14155550100</Dial>`],
    ["is missing", `<Dial>+14155550100</Dial>`],
    ["is a client's", `<Dial callerId="client:alice">+14155550100</Dial>`],
  ])("that %s is refused: nobody is called, and the caller hears of it", async (_, twiml) => {
    const carrier = new TestCarrier({ "/voice": twiml });
    const leg = await carrier.call();
    await carrier.advance(30);
    expect(carrier.codes).toEqual([13214]);
    expect(carrier.children).toEqual([]);
    expect(leg.media.played).toEqual(["application-error"]);
    expect(leg.log).toEqual(["answer", "end"]);
  });
});

describe("hanging up from the carrier's side", () => {
  it("ends an answered child leg as completed, and the dial with it", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    await carrier.call();
    await carrier.advance(21.1);
    carrier.liveLegs.hangUp("CAchild1");
    await carrier.advance(0);
    const [child] = carrier.children;
    expect(child?.status).toBe("completed");
    expect(child && durationSecondsOf(child)).toBe(20);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "completed" });
  });

  it("cancels a ringing child leg", async () => {
    const carrier = carrierThatDials(number("+14155550104"));
    await carrier.call();
    await carrier.advance(1);
    carrier.liveLegs.hangUp("CAchild1");
    await carrier.advance(0);
    expect(actionOf(carrier)).toMatchObject({ DialCallStatus: "canceled" });
  });

  it("ends the caller's leg, and the child leg under it", async () => {
    const carrier = carrierThatDials(number("+14155550100"));
    const leg = await carrier.call();
    await carrier.advance(5);
    carrier.liveLegs.hangUp("CAcaller");
    expect(leg.log.at(-1)).toBe("end");
    expect(carrier.caller?.status).toBe("completed");
    expect(carrier.children[0]?.status).toBe("completed");
  });
});
