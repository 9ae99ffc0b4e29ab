import { i18n } from "#i18n";
import type { InvalidNumber } from "#shared/phone-number.ts";

/** What is wrong with a number that was to be called, and how to mend it. */
export function numberProblem(problem: InvalidNumber, country: string | undefined): string {
  switch (problem) {
    case "empty":
      return i18n.t("dialer.problem.empty");
    case "not_a_number":
      return i18n.t("dialer.problem.notANumber");
    case "too_short":
      return country ? i18n.t("dialer.problem.tooShortFor", { country }) : i18n.t("dialer.problem.tooShort");
    case "too_long":
      return country ? i18n.t("dialer.problem.tooLongFor", { country }) : i18n.t("dialer.problem.tooLong");
    case "no_country":
      return i18n.t("dialer.problem.noCountry");
    case "invalid_for_country":
      return country ? i18n.t("dialer.problem.noSuchNumberIn", { country }) : i18n.t("dialer.problem.noSuchNumber");
  }
}
