import { describe, expect, test } from "vitest";
import { usualSettings } from "../store/usual-settings.ts";
import { cents } from "../store/contract/fixture.ts";
import { limits } from "./limits.ts";
import { adaEmail, startOperator } from "./testing/start-operator.ts";

describe("limits", () => {
  test("shows what there is and changes nothing without options", async () => {
    const { done, account } = await startOperator();
    const before = await account();
    expect(await done(limits, adaEmail)).toBe(
      [
        `The limits of ${adaEmail}:`,
        "  a day of UTC   no limit",
        "  a call         no limit",
        "  a minute       $1.0000 at most",
        "  calls at once  3",
        "  countries      all",
        "  low balance    never told",
      ].join("\n"),
    );
    expect(await account()).toEqual(before);
  });

  test("sets what is given and leaves the rest", async () => {
    const { done, account } = await startOperator();
    await done(limits, adaEmail, "--per-day", "20", "--per-call", "5.50", "--countries", "us, de,US");
    await done(limits, adaEmail, "--per-minute", "0.25", "--calls-at-once", "1", "--low-balance", "2");
    expect(await account()).toMatchObject({
      maxPerDayMicros: cents(2_000),
      maxPerCallMicros: cents(550),
      maxPerMinuteMicros: cents(25),
      maxConcurrentCalls: 1,
      countries: ["US", "DE"],
      lowBalanceMicros: cents(200),
    });
    expect(await done(limits, adaEmail)).toContain("United States, Germany");
  });

  test("takes limits away again", async () => {
    const { done, account } = await startOperator();
    await done(limits, adaEmail, "--per-day", "20", "--per-call", "5", "--countries", "US");
    await done(limits, adaEmail, "--per-day", "none", "--per-call", "none", "--countries", "all");
    const { maxPerDayMicros, maxPerCallMicros, countries } = usualSettings;
    expect(await account()).toMatchObject({ maxPerDayMicros, maxPerCallMicros, countries });
  });

  test.each([
    [["--per-day", "-1"], "--per-day -1 cannot be understood. Write dollars such as 20.00, or none"],
    [["--per-call", "five"], "--per-call five cannot be understood."],
    [["--per-minute", "none"], "--per-minute none cannot be understood. Write dollars such as 0.50."],
    [["--calls-at-once", "1.5"], "--calls-at-once 1.5 cannot be understood."],
    [["--countries", "US,XX"], "--countries US,XX cannot be understood. Write two-letter codes"],
    [["--countries", ""], "--countries  cannot be understood."],
    [["--low-balance", "0.0000001"], "--low-balance 0.0000001 cannot be understood."],
  ])("refuses %j, with a way out, and sets nothing", async (words, why) => {
    const { refused, account } = await startOperator();
    const before = await account();
    expect(await refused(limits, adaEmail, "--low-balance=1", words.join("="))).toContain(why);
    expect(await account()).toEqual(before);
  });

  test("says who is nobody", async () => {
    const { refused } = await startOperator();
    expect(await refused(limits, "bob@ringback.example")).toBe("Nobody signs in as bob@ringback.example.");
    expect(await refused(limits)).toContain("limits EMAIL");
  });
});
