import { describe, expect, test } from "vitest";
import { cents } from "../store/contract/fixture.ts";
import { balance } from "./balance.ts";
import { credit } from "./credit.ts";
import { takeBack } from "./take-back.ts";
import { adaEmail, startOperator } from "./testing/start-operator.ts";

const because = ["--reason", "credited twice", "--reference", "invoice 7"];

describe("take-back", () => {
  test("takes money out, once for each reference", async () => {
    const { done, account } = await startOperator();
    expect(await done(takeBack, adaEmail, "4.00", ...because)).toBe(
      `Took back $4.00. ${adaEmail} has $6.0000 available; calls in progress hold $0.0000.`,
    );
    expect(await done(takeBack, adaEmail, "4.00", ...because)).toContain("nothing was changed");
    expect((await account()).postedMicros).toBe(cents(600));
  });

  test("never leaves a wallet below zero: the rest is owed, and is paid off by the next credit", async () => {
    const { done, connectedCall, account } = await startOperator();
    await connectedCall();
    expect(await done(takeBack, adaEmail, "25", ...because)).toContain(
      "has $0.0000 available; calls in progress hold $1.0000; $16.0000 is owed, and the next money pays it off first.",
    );
    expect(await done(balance, adaEmail)).toContain("$16.0000 is owed");
    await done(credit, adaEmail, "20", "--reason", "paid");
    expect(await account()).toMatchObject({ postedMicros: cents(500), heldMicros: cents(100), owedMicros: 0 });
  });

  test.each([
    [[adaEmail, "4.00", "--reason", "x"], "--reference TEXT"],
    [[adaEmail, "0", ...because], "0 is no amount"],
    [["bob@ringback.example", "1", ...because], "Nobody signs in as"],
  ])("refuses %j", async (words, why) => {
    const { refused } = await startOperator();
    expect(await refused(takeBack, ...words)).toContain(why);
  });
});
