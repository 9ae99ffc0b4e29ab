import { micros, type Micros } from "#shared/money.ts";
import { formatMoney } from "./format-money.ts";

const centMicros = 10_000;
const shownMicros = 100;

/**
 * A balance, "$10.00" or "$9.9982": to the cent when it is one, else with the four decimals that calls are priced in.
 * Cut, never rounded up: nobody is shown money that is not there.
 */
export function formatBalance(balanceMicros: Micros): string {
  const cut = micros(Math.floor(balanceMicros / shownMicros) * shownMicros);
  return formatMoney(cut, { decimals: cut % centMicros === 0 ? 2 : 4 });
}
