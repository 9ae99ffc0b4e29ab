import { formatDollars, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import type { StatementLine } from "#shared/api/wallet.ts";
import { readStatement } from "../wallet/statement.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";
import { findPerson } from "./find-person.ts";
import type { Operator } from "./operator.ts";
import { statementCsv } from "./statement-csv.ts";

const linesPerPage = 1_000;

export const statement = defineCommand({
  name: "statement",
  usage: "EMAIL [--csv]",
  summary: "Everything that moved in and out of a person's wallet, oldest first, with the balance after it.",
  options: { csv: { type: "boolean" } },
  async run(operator, [email], { csv }) {
    if (!email) return err("Say whose: statement EMAIL.");
    const person = await findPerson(operator, email);
    if (!person.ok) return person;
    const lines = await readAll(operator, person.value.accountId);
    if (csv) return ok(statementCsv(lines));
    return ok(lines.length > 0 ? tellLines(lines) : `Nothing has moved in the wallet of ${person.value.email}.`);
  },
});

async function readAll({ store }: Operator, accountId: Parameters<typeof readStatement>[1]): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let cursor: string | null = null;
  do {
    const page = await readStatement(store, accountId, { limit: linesPerPage, ...(cursor !== null && { cursor }) });
    lines.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return lines.toReversed();
}

function tellLines(lines: StatementLine[]): string {
  const rows = lines.map((line) => [
    line.createdAt.slice(0, 19).replace("T", " "),
    line.kind,
    fine(line.changeMicros),
    fine(line.balanceAfterMicros),
    line.toNumber === null ? line.reason : `${line.toNumber}, ${line.reason}`,
  ]);
  return alignColumns([["when (UTC)", "kind", "change", "balance", "what"], ...rows], { right: [2, 3] });
}

function fine(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
