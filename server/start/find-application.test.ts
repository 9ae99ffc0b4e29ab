import type { Twilio } from "twilio";
import { expect, test } from "vitest";
import { findApplication } from "./find-application.ts";
import { StartRefused } from "./start-refused.ts";

interface Application {
  sid: string;
  friendlyName: string;
  voiceUrl: string;
  voiceMethod: string;
}

/** Twilio's applications, kept in a list: what of the library findApplication uses. */
function applicationsOf(existing: Application[]) {
  const applications = existing.map((application) => withUpdate(application));
  return {
    all: applications,
    client: {
      applications: {
        list: async ({ friendlyName }: { friendlyName: string }) =>
          applications.filter((each) => each.friendlyName === friendlyName),
        async create(wanted: Omit<Application, "sid">) {
          const made = withUpdate({ sid: `AP${applications.length}`, ...wanted });
          applications.push(made);
          return made;
        },
      },
    } as unknown as Pick<Twilio, "applications">,
  };
}

function withUpdate(application: Application) {
  return {
    ...application,
    update(change: Partial<Application>) {
      return Promise.resolve(Object.assign(this, change));
    },
  };
}

const voiceUrl = "https://ringback.example.com/api/twilio/voice";
const named = { sid: "AP7", friendlyName: "Ringback (ringback.example.com)", voiceMethod: "POST" };

test("the application is made once and found after", async () => {
  const { client, all } = applicationsOf([]);
  const sid = await findApplication(client, voiceUrl);
  expect(await findApplication(client, voiceUrl)).toBe(sid);
  expect(all).toMatchObject([{ sid, friendlyName: "Ringback (ringback.example.com)", voiceUrl, voiceMethod: "POST" }]);
});

test("one whose voice URL is out of date is mended", async () => {
  const { client, all } = applicationsOf([{ ...named, voiceUrl: "https://ringback.example.com/old" }]);
  expect(await findApplication(client, voiceUrl)).toBe("AP7");
  expect(all[0]?.voiceUrl).toBe(voiceUrl);
});

test("another server's application on the same account is left alone", async () => {
  const other = {
    ...named,
    friendlyName: "Ringback (other.example.com)",
    voiceUrl: "https://other.example.com/api/twilio/voice",
  };
  const { client, all } = applicationsOf([other]);
  expect(await findApplication(client, voiceUrl)).not.toBe("AP7");
  expect(all[0]?.voiceUrl).toBe(other.voiceUrl);
});

test("what Twilio refuses stops the start with a sentence", async () => {
  const client = { applications: { list: () => Promise.reject(new Error("Authenticate")) } } as unknown as Pick<
    Twilio,
    "applications"
  >;
  const refusal = await findApplication(client, voiceUrl).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(String(refusal)).toContain("Authenticate. Check the TWILIO_* variables");
});
