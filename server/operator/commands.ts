import { backup } from "./backup.ts";
import { balance } from "./balance.ts";
import type { Command } from "./command.ts";
import { credit } from "./credit.ts";
import { invite } from "./invite.ts";
import { limits } from "./limits.ts";
import { margin } from "./margin.ts";
import { newPassword } from "./new-password.ts";
import { people } from "./people.ts";
import { ratesImport } from "./rates-import.ts";
import { ratesList } from "./rates-list.ts";
import { ratesShow } from "./rates-show.ts";
import { reconcile } from "./reconcile.ts";
import { statement } from "./statement.ts";
import { takeBack } from "./take-back.ts";

/** Every command, in the order in which the help tells them. */
export const commands: readonly Command[] = [
  people,
  invite,
  newPassword,
  balance,
  credit,
  takeBack,
  limits,
  statement,
  ratesImport,
  ratesList,
  ratesShow,
  margin,
  reconcile,
  backup,
];
