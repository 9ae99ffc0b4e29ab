import { describe } from "vitest";
import { describeCalls } from "./contract/call-contract.ts";
import { describeContacts } from "./contract/contact-contract.ts";
import { describeDebts } from "./contract/debt-contract.ts";
import { describeDecks } from "./contract/deck-contract.ts";
import { describeEvents } from "./contract/event-contract.ts";
import type { Adapter } from "./contract/fixture.ts";
import { describeHistory } from "./contract/history-contract.ts";
import { describeHolds } from "./contract/hold-contract.ts";
import { describeIdempotency } from "./contract/idempotency-contract.ts";
import { describeLeases } from "./contract/lease-contract.ts";
import { describeLimits } from "./contract/limit-contract.ts";
import { describeMargins } from "./contract/margin-contract.ts";
import { describeOpenCalls } from "./contract/open-call-contract.ts";
import { describeQuality } from "./contract/quality-contract.ts";
import { describeSettlement } from "./contract/settlement-contract.ts";
import { describeStatements } from "./contract/statement-contract.ts";
import { describeUsers } from "./contract/user-contract.ts";
import { describeWallets } from "./contract/wallet-contract.ts";

/** What any adapter of the store promises. A test file of each adapter calls it. One database may serve all of these tests. */
export function describeStoreContract(name: string, adapter: Adapter): void {
  const { open } = adapter;
  describe(`store on ${name}`, () => {
    describeWallets(open);
    describeCalls(open);
    describeHistory(open);
    describeHolds(open);
    describeSettlement(open);
    describeIdempotency(open);
    describeContacts(open);
    describeLimits(open);
    describeDebts(open);
    describeStatements(open);
    describeLeases(open);
    describeMargins(open);
    describeOpenCalls(open);
    describeQuality(open);
    describeEvents(adapter);
    describeDecks(open);
    describeUsers(open);
  });
}
