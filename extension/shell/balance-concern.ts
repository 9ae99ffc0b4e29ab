import { i18n } from "#i18n";
import type { Balance } from "#shared/api/profile.ts";
import type { Micros } from "#shared/money.ts";
import { formatBalance } from "../ui/format-balance.ts";

/** What a person should know of their balance, the most pressing alone. */
export type BalanceConcern =
  /** Something is owed and nothing is left: no call can be paid. */
  { kind: "paused"; owedMicros: Micros } | { kind: "owed"; owedMicros: Micros } | { kind: "low"; levelMicros: Micros };

/** Reads the concern off the figures; undefined when all is well. `leftMicros` is what is left while a call is running up its cost. */
export function concernOf(
  { postedMicros, owedMicros, lowBalanceMicros, isLow }: Balance,
  leftMicros: Micros = postedMicros,
): BalanceConcern | undefined {
  // What live calls hold is posted still, and may come back: calls are paused only when there is nothing at all.
  if (owedMicros > 0) return { kind: postedMicros <= 0 ? "paused" : "owed", owedMicros };
  if (isLow || leftMicros < lowBalanceMicros) return { kind: "low", levelMicros: lowBalanceMicros };
  return undefined;
}

/** The concern in a few words, for a line of the dialer. */
export function shortConcern(concern: BalanceConcern): string {
  switch (concern.kind) {
    case "paused":
      return i18n.t("shell.balance.pausedShort", { amount: formatBalance(concern.owedMicros) });
    case "owed":
      return i18n.t("shell.balance.owedShort", { amount: formatBalance(concern.owedMicros) });
    case "low":
      return i18n.t("shell.balance.lowShort", { amount: formatBalance(concern.levelMicros) });
  }
}

/** The concern as a sentence with what follows from it. */
export function fullConcern(concern: BalanceConcern): string {
  switch (concern.kind) {
    case "paused":
      return i18n.t("shell.balance.paused", { amount: formatBalance(concern.owedMicros) });
    case "owed":
      return i18n.t("shell.balance.owed", { amount: formatBalance(concern.owedMicros) });
    case "low":
      return i18n.t("shell.balance.low", { amount: formatBalance(concern.levelMicros) });
  }
}
