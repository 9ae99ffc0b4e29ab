import { ok } from "#shared/result.ts";
import { createFakeCarrier } from "../../calls/testing/fake-carrier.ts";
import { defaultConfig } from "../../config.ts";
import { createLogger } from "../../logger.ts";
import { setUp, startMs } from "../../store/contract/fixture.ts";
import { openDatabase } from "../../store/sqlite/database.ts";
import { users } from "../../store/sqlite/schema/auth.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import type { Command } from "../command.ts";
import type { Operator } from "../operator.ts";

export const adaEmail = "ada@ringback.example";

/** An operator at an in-memory database in which Ada has ten dollars, with a carrier whose records the test writes. */
export async function startOperator() {
  const database = openDatabase(":memory:");
  let nowMs = startMs;
  const clock = () => nowMs;
  const store = openSqliteStore(database, { clock });
  const wallet = await setUp(async () => store);
  const at = new Date(startMs);
  const ada = { id: "user_ada", name: "Ada", email: adaEmail, accountId: wallet.accountId, role: "owner" as const };
  database
    .insert(users)
    .values({ ...ada, createdAt: at, updatedAt: at })
    .run();
  const carrier = createFakeCarrier();
  const operator: Operator = {
    config: defaultConfig,
    store,
    clock,
    logger: createLogger("silent"),
    openCarrier: async () => ok(carrier),
  };
  return {
    ...wallet,
    carrier,
    operator,
    setNow: (ms: number) => {
      nowMs = ms;
    },
    /** What a command says, which must have done what it was told. */
    done: async (command: Command, ...words: string[]): Promise<string> => {
      const outcome = await command.run(operator, words);
      if (!outcome.ok) throw new Error(`Refused: ${outcome.error}`);
      return outcome.value;
    },
    /** Why a command refuses, which it must. */
    refused: async (command: Command, ...words: string[]): Promise<string> => {
      const outcome = await command.run(operator, words);
      if (outcome.ok) throw new Error(`Done: ${outcome.value}`);
      return outcome.error;
    },
  };
}
