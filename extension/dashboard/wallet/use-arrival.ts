import { useState } from "react";
import type { StatementLine } from "#shared/api/wallet.ts";
import { useStatement } from "../../shell/wallet-queries.ts";
import { statementPageSize } from "./statement-page-size.ts";

interface Expected {
  checkoutUrl: string;
  /** The top-ups that stood in the statement when this one was begun. */
  knownIds: ReadonlySet<string>;
}

/** A payment that was begun: not yet arrived, or the line of the statement that it became. */
export type Arrival =
  | { status: "none" }
  | { status: "awaited"; checkoutUrl: string }
  | { status: "arrived"; line: StatementLine };

/** Waits for a payment to show up in the statement. The server's word counts, not that somebody came back from a page. */
export function useArrival(): Arrival & { expect: (checkoutUrl: string) => void; forget: () => void } {
  const [expected, setExpected] = useState<Expected>();
  const statement = useStatement(statementPageSize);
  const topUps = statement.data?.pages.flatMap(({ lines }) => lines).filter(({ kind }) => kind === "topup") ?? [];
  const arrived = expected && topUps.find(({ id }) => !expected.knownIds.has(id));
  const arrival: Arrival = !expected
    ? { status: "none" }
    : arrived
      ? { status: "arrived", line: arrived }
      : { status: "awaited", checkoutUrl: expected.checkoutUrl };
  return {
    ...arrival,
    expect: (checkoutUrl) => setExpected({ checkoutUrl, knownIds: new Set(topUps.map(({ id }) => id)) }),
    forget: () => setExpected(undefined),
  };
}
