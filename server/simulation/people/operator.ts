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

interface Payment {
  amountMicros: number;
  delayMs: number;
}

export interface Operator {
  topUps: readonly Order[];
  takeBacks: readonly Order[];
  openAccount: (accountId: AccountId) => Promise<void>;
  topUp: (accountId: AccountId, payment: Payment) => void;
  takeBack: (accountId: AccountId, payment: Payment) => void;
  changeLimits: (accountId: AccountId, delayMs: number) => void;
}

interface Insistence {
  what: string;
  delayMs: number;
  /** Whether it was this time that the money moved; undefined without an answer. */
  work: (order: Order) => Promise<boolean | undefined>;
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

  function insist(order: Order, { what, delayMs, work }: Insistence): void {
    timeline.after(delayMs, what, async () => {
      const posted = await work(order);
      if (posted) order.timesPosted += 1;
      if (order.timesPosted > 1) world.violate(`${what} was posted ${order.timesPosted} times.`);
      const isHeard = posted !== undefined && !goesWrong(world, world.conditions.answerLost);
      if (isHeard) order.isAcknowledged = true;
      else insist(order, { what, delayMs: askAgainMs, work });
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
    topUp(accountId, { amountMicros, delayMs }) {
      const order = newOrder(accountId, amountMicros);
      topUps.push(order);
      const insistence = { what: `top-up of ${accountId} by ${amountMicros}`, delayMs, work: postTopUpOnce };
      insist(order, insistence);
      if (!goesWrong(world, 0.3)) return;
      count("top-up doubled");
      insist(order, { ...insistence, delayMs: delayMs + random.between(0, 500) });
    },
    takeBack(accountId, { amountMicros, delayMs }) {
      const order = newOrder(accountId, amountMicros);
      takeBacks.push(order);
      const insistence = { what: `${amountMicros} taken back from ${accountId}`, delayMs, work: takeBackOnce };
      insist(order, insistence);
      if (goesWrong(world, 0.3)) insist(order, { ...insistence, delayMs: delayMs + random.between(0, 500) });
    },
    changeLimits(accountId, delayMs) {
      timeline.after(delayMs, `limits of ${accountId} change`, async () => {
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
      maxConcurrentCalls: random.pick([1, 2, 3, 4]),
      maxPerMinuteMicros: micros(random.chance(0.2) ? 500_000 : 1_000_000),
      maxPerCallMicros: random.chance(0.3) ? amount(3_000_000) : null,
      maxPerDayMicros: random.chance(0.4) ? amount(8_000_000) : null,
      countries: random.chance(0.1) ? countries : null,
      lowBalanceMicros: amount(5_000_000),
    };
  }
}
