import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { ClientLeg, Invite } from "../legs.ts";
import { newSid } from "../sids.ts";
import type { ReceivedMessage } from "../signalling/client-session.ts";
import { noteEvents, startTestSignalling } from "../signalling/testing/test-signalling.ts";
import { SdkBrowser } from "./sdk-browser.ts";
import type { SdkPage } from "./sdk-page.ts";

type Server = Awaited<ReturnType<typeof startTestSignalling>>;

/** A carrier whose switchboard each test writes itself, and pages with the real SDK that speak to it. */
export interface SdkCarrier {
  newPage(): Promise<SdkPage>;
  signalling: Server["signalling"];
  /** What the switchboard does with a call that a browser places. Unless a test says otherwise, it answers and echoes. */
  handleInvite: (invite: Invite) => void;
  invites: Invite[];
  /** What the carrier was told of its calls, in order. */
  events: string[];
  messages: ReceivedMessage[];
  /** Calls the browsers of an identity. Throws when there are none. */
  call(identity: string, params?: Record<string, string>): ClientLeg;
}

/** Gives each test of a file a carrier of its own, and all of them one Chromium. */
export function eachTestWithCarrier(): () => SdkCarrier {
  let browser: SdkBrowser;
  let server: Server;
  let carrier: SdkCarrier;
  let pages: SdkPage[];

  beforeAll(async () => {
    browser = await SdkBrowser.start();
  });
  afterAll(async () => {
    await browser.stop();
  });

  beforeEach(async () => {
    pages = [];
    const [invites, events, messages]: [Invite[], string[], ReceivedMessage[]] = [[], [], []];
    server = await startTestSignalling({
      onMessage: (message) => messages.push(message),
      switchboard: {
        handleInvite(invite) {
          invites.push(invite);
          invite.leg.listen(noteEvents(events));
          carrier.handleInvite(invite);
        },
      },
    });
    carrier = {
      signalling: server.signalling,
      invites,
      events,
      messages,
      handleInvite: ({ leg }) => echo(leg),
      async newPage() {
        const page = await browser.open(server.url);
        pages.push(page);
        return page;
      },
      call(identity, params = {}) {
        const { registrations } = server.signalling;
        const leg = registrations.invite({
          identity,
          callSid: newSid("CA"),
          from: "+14155550100",
          to: `client:${identity}`,
          params,
        });
        if (!leg) throw new Error(`Nobody is registered as ${identity}.`);
        leg.listen(noteEvents(events));
        return leg;
      },
    };
  });

  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    await server.close();
    expect(server.errors).toEqual([]);
  });

  return () => carrier;
}

/** Answers a leg and sends its voice back to it. */
function echo(leg: ClientLeg): void {
  leg.answer();
  leg.media.sendTo(leg.media);
}
