import { i18n } from "#i18n";
import type { StatementLine } from "#shared/api/wallet.ts";
import { statementReason } from "./statement-reason.ts";
import { leftToRight } from "../../ui/left-to-right.ts";
import { countryOf, formatInternational, type CountryCode } from "#shared/phone-number.ts";

/** A line of the statement in words. */
export interface StatementLineText {
  title: string;
  detail: string;
  /** Whom a call was to; undefined for money that has nothing to do with a call. */
  party: { name: string | null; country: CountryCode | undefined } | undefined;
}

/** Says what moved: whom a call was to, or what kind of money came in or went out, and the reason on record. */
export function statementLineText({ kind, toNumber, contactName, reason }: StatementLine): StatementLineText {
  if (toNumber === null) return { title: kindWords[kind], detail: statementReason(reason), party: undefined };
  const number = leftToRight(formatInternational(toNumber));
  return {
    title: contactName ?? number,
    detail: [kind !== "settle" && kindWords[kind], contactName && number, statementReason(reason)].filter(Boolean).join(" · "),
    party: { name: contactName, country: countryOf(toNumber) },
  };
}

const kindWords: Record<StatementLine["kind"], string> = {
  topup: i18n.t("wallet.statement.kind.topup"),
  settle: i18n.t("wallet.statement.kind.settle"),
  refund: i18n.t("wallet.statement.kind.refund"),
  credit: i18n.t("wallet.statement.kind.credit"),
  adjust: i18n.t("wallet.statement.kind.adjust"),
};
