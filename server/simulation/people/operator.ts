import { micros } from "#shared/money.ts";
import type { AccountId } from "#shared/ids.ts";
import type { CountryCode } from "#shared/phone-number.ts";
import type { AccountSettings } from "../../store/store.ts";
import { postTopUp } from "../../wallet/top-up.ts";
import type { ServerRoom } from "../machine/server-room.ts";
import { goesWrong, type World } from "../world.ts";

/** Money that somebody wants in or out of a wallet. */
export interface Order {
  accountId: AccountId;
  reference: string;
  amountMicros: number;
  /** How often a server said that it was this time that the money moved. */
  timesPosted: number;
  isAcknowledged: boolean;
}

export interface Operator {
  topUps: readonly Order[];
  takeBacks: readonly Order[];
  openAccount: (accountId: AccountId) => Promise<void>;
  topUp: (accountId: AccountId, amountMicros: number) => void;
  takeBack: (accountId: AccountId, amountMicros: number) => void;
  changeLimits: (accountId: AccountId) => void;
}

export interface OperatorDeps {
  servers: Pick<ServerRoom, "act">;
  /** Told before limits change: until the step is over, either the old or the new ones hold. */
  onLimits: (accountId: AccountId) => void;
}

const askAgainMs = 30_000;

/** Whoever runs the server, the bank, and the payment provider. They ask until they have an answer. */
export function createOperator(world: World, { servers, onLimits }: OperatorDeps): Operator {
  const { timeline, random, count } = world;
  const [topUps, takeBacks]: [Order[], Order[]] = [[], []];

  function insist(order: Order, what: string, work: (order: Order) => Promise<boolean | undefined>): void {
    timeline.after(random.between(0, 500), what, async () => {
      const posted = await work(order);
      if (posted) order.timesPosted += 1;
      if (order.timesPosted > 1) world.violate(`${what} was posted ${order.timesPosted} times.`);
      const isHeard = posted !== undefined && !goesWrong(world, world.conditions.answerLost);
      if (isHeard) order.isAcknowledged = true;
      else timeline.after(askAgainMs, `${what}, again`, () => insist(order, what, work));
    });
  }

  function newOrder(accountId: AccountId, amountMicros: number): Order {
    return { accountId, reference: random.hex(10), amountMicros, timesPosted: 0, isAcknowledged: false };
  }

  async function postTopUpOnce({ accountId, amountMicros, reference }: Order): Promise<boolean | undefined> {
    const result = await servers.act(({ store, clock }) =>
      postTopUp(store, {
        accountId,
        amountMicros: micros(amountMicros),
        reference,
        actor: "simulation",
        reason: "top-up",
        nowMs: clock(),
      }),
    );
    if (result && !result.ok) world.violate(`A top-up was refused: ${result.error}`);
    return result?.ok ? result.value.posted : undefined;
  }

  async function takeBackOnce({ accountId, amountMicros, reference }: Order): Promise<boolean | undefined> {
    const result = await servers.act(({ store, clock }) =>
      store.takeBack({
        accountId,
        amountMicros: micros(amountMicros),
        reference,
        actor: "simulation",
        reason: "dispute",
        nowMs: clock(),
      }),
    );
    if (result && !result.ok) world.violate(`Money could not be taken back: ${result.error}`);
    return result?.ok ? result.value.posted : undefined;
  }

  return {
    topUps,
    takeBacks,
    async openAccount(accountId) {
      await servers.act(({ store, clock }) => store.openAccount({ id: accountId, nowMs: clock(), ...drawLimits() }));
    },
    topUp(accountId, amountMicros) {
      const order = newOrder(accountId, amountMicros);
      topUps.push(order);
      const what = `top-up ${order.reference} of ${accountId} by ${amountMicros}`;
      insist(order, what, postTopUpOnce);
      if (!goesWrong(world, 0.3)) return;
      count("top-up doubled");
      insist(order, what, postTopUpOnce);
    },
    takeBack(accountId, amountMicros) {
      const order = newOrder(accountId, amountMicros);
      takeBacks.push(order);
      insist(order, `${amountMicros} of ${accountId} taken back`, takeBackOnce);
      if (goesWrong(world, 0.3)) insist(order, `${amountMicros} of ${accountId} taken back, doubled`, takeBackOnce);
    },
    changeLimits(accountId) {
      timeline.after(0, `limits of ${accountId} change`, async () => {
        onLimits(accountId);
        count("limits changed");
        await servers.act(({ store }) => store.updateAccount(accountId, drawLimits()));
      });
    },
  };

  function drawLimits(): Partial<AccountSettings> {
    const amount = (atMost: number) => micros(random.between(100_000, atMost));
    const countries: readonly CountryCode[] = ["US", "GB", "DE"];
    return {
      maxConcurrentCalls: random.pick([1, 2, 3, 3]),
      maxPerMinuteMicros: micros(random.pick([500_000, 1_000_000, 1_000_000])),
      maxPerCallMicros: random.chance(0.3) ? amount(3_000_000) : null,
      maxPerDayMicros: random.chance(0.4) ? amount(6_000_000) : null,
      countries: random.chance(0.2) ? countries : null,
      lowBalanceMicros: amount(5_000_000),
    };
  }
}
