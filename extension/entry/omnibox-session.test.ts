import { expect, test } from "vitest";
import type { Contact } from "#shared/api/contacts.ts";
import type { RateAnswer } from "#shared/api/rates.ts";
import type { E164 } from "#shared/phone-number.ts";
import { ok, type Result } from "#shared/result.ts";
import { OmniboxSession, type Shown } from "./omnibox-session.ts";

const number = "+442079460958" as E164;

test("names are shown before the rates are known, and then with them; each rate is asked for once", async () => {
  const { session, answerRates, asked } = openSession();
  const shown: Shown[] = [];
  const followed = session.follow("al", (next) => shown.push(next));
  await expect
    .poll(() => shown.map(({ suggestions }) => suggestions[0]?.description))
    .toEqual(["Ada Lovelace <dim>+44 20 7946 0958</dim>"]);
  answerRates();
  await followed;
  expect(shown.at(-1)?.suggestions[0]?.description).toBe("Ada Lovelace <dim>+44 20 7946 0958</dim> <dim>$0.0140/min</dim>");
  await session.follow("ada", () => {});
  expect(asked).toEqual([number]);
});

test("a number says which it is while the server has not answered at all", async () => {
  const { session } = openSession({ hangs: true });
  const shown: Shown[] = [];
  void session.follow("+44 20 7946 0958", (next) => shown.push(next));
  await expect.poll(() => shown).toEqual([{ description: "Call +44 20 7946 0958", suggestions: [] }]);
});

test("what was typed over is not shown any more", async () => {
  const { session, answerRates } = openSession();
  const shown: string[] = [];
  const first = session.follow("ad", () => shown.push("ad"));
  const second = session.follow("zz", () => shown.push("zz"));
  answerRates();
  await Promise.all([first, second]);
  expect(shown).toEqual(["zz"]);
});

function openSession({ hangs = false } = {}) {
  const rates = Promise.withResolvers<void>();
  const asked: string[] = [];
  const contact = { name: "Ada Lovelace", number, company: null, lastCalledAt: null } as Contact;
  const never = new Promise<never>(() => {});
  const session = new OmniboxSession({
    country: "US",
    fromNumber: undefined,
    api: {
      listContacts: async () => (hangs ? never : ok({ contacts: [contact], nextCursor: null })),
      listCalls: async () => ok({ calls: [], nextCursor: null }),
      async rate({ to }): Promise<Result<RateAnswer, never>> {
        asked.push(to);
        await rates.promise;
        return ok({ rate: { perMinuteMicros: 14_000 } } as RateAnswer);
      },
    },
  });
  return { session, answerRates: () => rates.resolve(), asked };
}
