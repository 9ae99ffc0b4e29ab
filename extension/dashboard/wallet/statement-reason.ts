import { i18n } from "#i18n";
import { language } from "../../ui/language.ts";

/**
 * Why money moved, in the person's language. The server keeps reasons as text, and writes those that are its own in these very words;
 * what an operator wrote stands as it was written.
 */
export function statementReason(reason: string): string {
  const talk = /^(?<record>the carrier's record says )?(?<seconds>\d+) s of talk$/.exec(reason)?.groups;
  if (talk) {
    const duration = seconds.format(Number(talk["seconds"]));
    return i18n.t(talk["record"] ? "wallet.statement.reason.record" : "wallet.statement.reason.talk", { duration });
  }
  return ownReasons.get(reason) ?? reason;
}

const seconds = new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay: "short" });

const ownReasons = new Map([
  ["paid by card", i18n.t("wallet.statement.reason.card")],
  ["pays off what is owed", i18n.t("wallet.statement.reason.paysOwed")],
  ["disputed with the bank", i18n.t("wallet.statement.reason.disputed")],
  ["dispute won", i18n.t("wallet.statement.reason.disputeWon")],
  ["refunded to the card", i18n.t("wallet.statement.reason.refunded")],
  ["refund came to nothing", i18n.t("wallet.statement.reason.refundFailed")],
  ["Demo account", i18n.t("wallet.statement.reason.demo")],
]);
