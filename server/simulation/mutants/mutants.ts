import { ledgerMutants } from "./ledger-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { serverMutants } from "./server-mutants.ts";
import { storeMutants } from "./store-mutants.ts";

export const mutants: readonly Mutant[] = [...ledgerMutants, ...storeMutants, ...serverMutants];

/** A change to the source after which everything is as it was. Each is here with the reason, and is not run. */
export const equivalents: readonly { change: string; why: string }[] = [];
