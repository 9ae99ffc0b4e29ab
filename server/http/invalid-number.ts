import type { InvalidNumber } from "#shared/phone-number.ts";
import type { Context } from "hono";
import { problem } from "./problem.ts";

const sentences: Record<InvalidNumber, string> = {
  empty: "Give a phone number.",
  not_a_number: "This is not a phone number.",
  no_country: "Write the number with + and its country code, or choose the country it is in.",
  too_short: "This is too short for a phone number. Write it with its area code.",
  too_long: "This is too long for a phone number: there are 15 digits at most.",
  invalid_for_country: "No such number can exist in its country. Check the digits, or choose another country.",
};

/** The `invalid_number` problem, with a sentence that says how to mend the number. */
export function invalidNumber(c: Context, why: InvalidNumber): Response {
  return problem(c, "invalid_number", sentences[why], { invalid: why });
}
