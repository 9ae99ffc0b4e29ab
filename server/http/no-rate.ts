import { countryName, type CountryCode } from "#shared/phone-number.ts";
import type { Context } from "hono";
import { problem } from "./problem.ts";

/** The `no_rate` problem: what has no price cannot be called. */
export function noRate(c: Context, countryCode: CountryCode | null): Response {
  const where = countryName(countryCode ?? undefined);
  return problem(c, "no_rate", `There is no rate for ${where}, so it cannot be called.`, { countryCode });
}
