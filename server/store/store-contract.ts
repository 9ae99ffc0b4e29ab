import { describe } from "vitest";
import { describeCalls } from "./contract/call-contract.ts";
import { describeContacts } from "./contract/contact-contract.ts";
import type { OpenStore } from "./contract/fixture.ts";
import { describeHolds } from "./contract/hold-contract.ts";
import { describeIdempotency } from "./contract/idempotency-contract.ts";
import { describeSettlement } from "./contract/settlement-contract.ts";
import { describeWallets } from "./contract/wallet-contract.ts";

/** What any adapter of the store promises. A test file of each adapter calls it with how to open an empty one. */
export function describeStoreContract(adapter: string, open: OpenStore): void {
  describe(`store on ${adapter}`, () => {
    describeWallets(open);
    describeCalls(open);
    describeHolds(open);
    describeSettlement(open);
    describeIdempotency(open);
    describeContacts(open);
  });
}
