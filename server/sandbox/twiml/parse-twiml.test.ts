import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { TwilioError } from "../twilio-error.ts";
import { parseTwiml } from "./parse-twiml.ts";

describe("a TwiML document", () => {
  it("reads what the twilio library writes", () => {
    const response = new twilio.twiml.VoiceResponse();
    const dial = response.dial({
      callerId: "+14155550199",
      timeLimit: 598,
      timeout: 20,
      answerOnBridge: true,
      action: "/api/twilio/dial-action?a=1&b=2",
    });
    dial.number(
      {
        statusCallback: "https://example.test/status#rc=5&rp=5xx,ct,rt",
        statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        sendDigits: "ww12#",
      },
      "+1 (415) 555-0100",
    );
    expect(parseTwiml(response.toString())).toEqual({
      verbs: [
        {
          verb: "Dial",
          callerId: "+14155550199",
          timeLimitSeconds: 598,
          timeoutSeconds: 20,
          answerOnBridge: true,
          action: { url: "/api/twilio/dial-action?a=1&b=2", method: "POST" },
          targets: [
            {
              kind: "number",
              number: "+14155550100",
              sendDigits: "ww12#",
              statusCallback: {
                url: "https://example.test/status#rc=5&rp=5xx,ct,rt",
                method: "POST",
                events: new Set(["initiated", "ringing", "answered", "completed"]),
              },
            },
          ],
        },
      ],
      warnings: [],
    });
  });

  it("takes Twilio's defaults where nothing is said", () => {
    const xml = `<?xml version="1.0"?><Response><!-- short --><Dial>415-555-0100</Dial><Gather/><Pause/><Reject/></Response>`;
    expect(parseTwiml(xml).verbs).toEqual([
      {
        verb: "Dial",
        callerId: undefined,
        timeLimitSeconds: 14_400,
        timeoutSeconds: 30,
        answerOnBridge: false,
        action: undefined,
        targets: [{ kind: "number", number: "4155550100", sendDigits: "", statusCallback: undefined }],
      },
      {
        verb: "Gather",
        prompts: [],
        timeoutSeconds: 5,
        numDigits: undefined,
        finishOnKey: "#",
        actionOnEmptyResult: false,
        action: { url: undefined, method: "POST" },
      },
      { verb: "Pause", lengthSeconds: 1 },
      { verb: "Reject", reason: "rejected" },
    ]);
  });

  it("reads several parties, of both kinds, and a client's parameters", () => {
    const xml = `<Response><Dial><Number>+14155550100</Number><Client>alice</Client>
      <Client statusCallback="/s" statusCallbackMethod="GET"><Identity>zoë &amp; co</Identity><Parameter name="deal" value="&#233;t&#xE9; &lt;1&gt;"/></Client>
    </Dial></Response>`;
    const [dial] = parseTwiml(xml).verbs;
    expect(dial).toMatchObject({
      targets: [
        { kind: "number", number: "+14155550100" },
        { kind: "client", identity: "alice", parameters: {}, statusCallback: undefined },
        {
          kind: "client",
          identity: "zoë & co",
          parameters: { deal: "été <1>" },
          statusCallback: { url: "/s", method: "GET", events: new Set(["completed"]) },
        },
      ],
    });
  });

  it("reads prompts inside Gather, CDATA, and the verbs that end or move a call", () => {
    const xml = `<Response>
      <Gather numDigits="1" finishOnKey="" timeout="9" action="/digit" method="get"><Say loop="2"><![CDATA[Press <1>]]></Say><Play>/a.ogg</Play><Pause length="3"/></Gather>
      <Redirect method="GET">/next?x=1</Redirect><Hangup/></Response>`;
    expect(parseTwiml(xml).verbs).toEqual([
      {
        verb: "Gather",
        prompts: [
          { verb: "Say", text: "Press <1>", loop: 2 },
          { verb: "Play", url: "/a.ogg", loop: 1 },
          { verb: "Pause", lengthSeconds: 3 },
        ],
        timeoutSeconds: 9,
        numDigits: 1,
        finishOnKey: "",
        actionOnEmptyResult: false,
        action: { url: "/digit", method: "GET" },
      },
      { verb: "Redirect", action: { url: "/next?x=1", method: "GET" } },
      { verb: "Hangup" },
    ]);
  });

  it("warns of an attribute it does not know, and goes on", () => {
    const { verbs, warnings } = parseTwiml(`<Response><Dial record="true">+14155550100</Dial></Response>`);
    expect(verbs).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("record of Dial")]);
  });

  it.each([
    ["nothing at all", "", 12100],
    ["text that is no XML", "Not found", 12100],
    ["JSON", `{"ok":true}`, 12100],
    ["a tag left open", "<Response><Say>Hi</Response>", 12100],
    ["a bare ampersand in an attribute", `<Response><Dial action="/a?b=1&c=2">+14155550100</Dial></Response>`, 12100],
    ["two roots", "<Response/><Response/>", 12100],
    ["entities of its own", `<!DOCTYPE r [<!ENTITY a "aa">]><Response><Say>&a;</Say></Response>`, 12100],
    ["another root", "<html><body>Not found</body></html>", 12102],
    ["an unknown verb", "<Response><Sing/></Response>", 12200],
    ["a verb the sandbox lacks", "<Response><Record/></Response>", 12200],
    ["an unknown noun", "<Response><Dial><Sip>sip:a@b</Sip></Dial></Response>", 13215],
    ["nobody to dial", "<Response><Dial/></Response>", 13215],
    ["eleven parties", `<Response><Dial>${"<Client>a</Client>".repeat(11)}</Dial></Response>`, 13215],
    ["a client without identity", "<Response><Dial><Client/></Dial></Response>", 13215],
    ["a number that is none", "<Response><Dial>call me</Dial></Response>", 13223],
    ["an empty number", "<Response><Dial><Number></Number></Dial></Response>", 13223],
    ["a time limit of nothing", `<Response><Dial timeLimit="0">+14155550100</Dial></Response>`, 13216],
    ["a time limit of five hours", `<Response><Dial timeLimit="18000">+14155550100</Dial></Response>`, 13216],
    ["a time limit in words", `<Response><Dial timeLimit="10s">+14155550100</Dial></Response>`, 13216],
    ["a negative timeout", `<Response><Dial timeout="-1">+14155550100</Dial></Response>`, 13212],
    ["a strange method", `<Response><Dial method="PUT">+14155550100</Dial></Response>`, 13210],
    [
      "a strange callback method",
      `<Response><Dial><Number statusCallbackMethod="PUT">+14155550100</Number></Dial></Response>`,
      13221,
    ],
    ["an unknown event", `<Response><Dial><Number statusCallbackEvent="finished">+14155550100</Number></Dial></Response>`, 12200],
    ["digits that are none", `<Response><Dial><Number sendDigits="abc">+14155550100</Number></Dial></Response>`, 13222],
    ["an unclear answerOnBridge", `<Response><Dial answerOnBridge="yes">+14155550100</Dial></Response>`, 12200],
    ["nothing to say", "<Response><Say/></Response>", 13520],
    ["a strange loop", `<Response><Say loop="often">Hi</Say></Response>`, 13510],
    ["nothing to play", "<Response><Play/></Response>", 11100],
    ["a pause of nothing", `<Response><Pause length="0"/></Response>`, 13910],
    ["a redirect to nowhere", "<Response><Redirect/></Response>", 11100],
    ["speech to gather", `<Response><Gather input="speech"/></Response>`, 12200],
    ["a dial in a gather", "<Response><Gather><Dial>+14155550100</Dial></Gather></Response>", 13320],
    ["a strange key", `<Response><Gather finishOnKey="x"/></Response>`, 13310],
    ["no digits wanted", `<Response><Gather numDigits="0"/></Response>`, 13314],
    ["a gather with a strange timeout", `<Response><Gather timeout="auto"/></Response>`, 13313],
    ["a strange reason", `<Response><Reject reason="tired"/></Response>`, 12200],
  ] as const)("with %s fails with Twilio's error", (_, xml, code) => {
    const parse = () => parseTwiml(xml);
    expect(parse).toThrow(TwilioError);
    expect(parse).toThrow(expect.objectContaining({ code }) as Error);
  });
});
