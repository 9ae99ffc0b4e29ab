import type { Books } from "./books/books.ts";
import { createRestApi } from "./carrier/rest-api.ts";
import { createSwitchboard, type Switchboard } from "./carrier/switchboard.ts";
import { createWebhookLine } from "./carrier/webhook-line.ts";
import { openChronicle, type Chronicle } from "./chronicle.ts";
import type { OpenSimulatedDatabase, SimulatedDatabase } from "./database/simulated-database.ts";
import type { FaultCounts } from "./faults.ts";
import { checkEnd } from "./invariants/check-end.ts";
import { checkStep } from "./invariants/check-step.ts";
import { openServerRoom, type ServerRoom } from "./machine/server-room.ts";
import { createCaller } from "./people/caller.ts";
import { createConnect } from "./people/connect.ts";
import { createForger } from "./people/forger.ts";
import { createOperator, type Operator } from "./people/operator.ts";
import { createReporter } from "./people/reporter.ts";
import { observe } from "./observe.ts";
import { drawDeck } from "./prices.ts";
import { drawAccounts, tellStory, troubledMs } from "./story.ts";
import type { Happening } from "./timeline.ts";
import { createUpkeep } from "./upkeep.ts";
import { goesWrong, type World } from "./world.ts";

export interface SeedReport {
  seed: number;
  steps: number;
  faults: FaultCounts;
  /** Undefined when every promise was kept. */
  violation: { step: number; broken: readonly string[]; trace: string[] } | undefined;
}

export interface SimulationOptions {
  openDatabase: OpenSimulatedDatabase;
  /** How many server processes share the database. */
  servers: number;
}

// Far more than any run takes. One that does not come to rest has something that is asked for ever.
const mostSteps = 3_000;

/** Runs the whole server through the troubles of one seed, and checks its promises after every step and at the end. */
export async function simulateSeed(seed: number, { openDatabase, servers }: SimulationOptions): Promise<SeedReport> {
  const chronicle = openChronicle(seed);
  const database = await openDatabase();
  try {
    const simulation = await openSimulation(chronicle, database, servers);
    const steps = await run(simulation);
    const broken = chronicle.broken();
    const violation = broken.length > 0 ? { step: steps, broken, trace: chronicle.trace() } : undefined;
    return { seed, steps, faults: chronicle.faults(), violation };
  } finally {
    await database.close();
  }
}

interface Simulation {
  chronicle: Chronicle;
  database: SimulatedDatabase;
  servers: ServerRoom;
  switchboard: Switchboard;
  operator: Operator;
  keepUp: (books: Books) => void;
  /** What the step under way is about, for the promises that depend on it. */
  about: { limitsChanging: Set<string>; reports: number };
}

async function openSimulation(chronicle: Chronicle, database: SimulatedDatabase, count: number): Promise<Simulation> {
  const { world } = chronicle;
  let deck = drawDeck(world.random, "deck-1");
  const servers = openServerRoom(world, {
    database,
    servers: count,
    findRate: (query) => deck.findRate(query),
    carrierFor: (power) => carrierFor(power),
  });
  const switchboard = createSwitchboard(world, createWebhookLine(world, servers));
  const carrierFor = createRestApi(world, switchboard);
  await servers.startAll();

  const about: Simulation["about"] = { limitsChanging: new Set(), reports: 0 };
  const accounts = drawAccounts(world);
  const operator = createOperator(world, { servers, onLimits: (accountId) => about.limitsChanging.add(accountId) });
  for (const accountId of accounts) await operator.openAccount(accountId);
  const report = createReporter(world, { servers, accounts, onReport: () => void (about.reports += 1) });
  const connect = createConnect(world, { switchboard, accounts, onCall: report });
  const placeCall = createCaller(world, servers, connect);
  const forge = createForger(world, servers, switchboard);
  const swapDeck = () => {
    deck = drawDeck(world.random, "deck-2");
    world.count("new rate deck");
  };
  tellStory(world, { accounts, operator, placeCall, forge, swapDeck });
  if (Math.abs(world.conditions.skewMs) > 60_000) world.count("clock wrong by more than a minute");
  return { chronicle, database, servers, switchboard, operator, keepUp: createUpkeep(world, servers), about };
}

/** Lets everything happen, and gives the count of steps. Stops after the step that broke a promise. */
async function run(simulation: Simulation): Promise<number> {
  const { chronicle, database, servers, switchboard, operator } = simulation;
  const { world } = chronicle;
  let books = await database.readBooks();
  let steps = 0;
  world.timeline.after(troubledMs, "calm", async () => {
    chronicle.calm();
    await servers.startAll();
  });
  while (world.timeline.nextMs() !== undefined) {
    if (steps === mostSteps) world.violate(`After ${mostSteps} steps there was still no end.`);
    steps += 1;
    books = await takeStep(simulation, books);
    if (chronicle.broken().length > 0) return steps;
  }
  const { topUps, takeBacks } = operator;
  checkEnd({ books, legs: switchboard, topUps, takeBacks }).forEach(world.violate);
  return steps;
}

async function takeStep(simulation: Simulation, before: Books): Promise<Books> {
  const { chronicle, database, servers, switchboard, keepUp, about } = simulation;
  const { world } = chronicle;
  const happenings = takeHappenings(simulation);
  about.limitsChanging.clear();
  about.reports = 0;
  if (goesWrong(world, world.conditions.failing)) servers.failSoon();
  await Promise.all(happenings.map(async (happening) => attempt(world, happening)));
  const after = await database.readBooks();
  const serverNowMs = servers.clock();
  const step = {
    before,
    after,
    legs: switchboard,
    serverNowMs,
    limitsChanging: about.limitsChanging,
    isAlone: happenings.length === 1,
    isOnlyReports: about.reports === happenings.length,
  };
  checkStep(step).forEach(world.violate);
  if (after !== before) observe(world, { before, after });
  keepUp(after);
  return after;
}

/** Nothing in a simulation may throw: what does is a defect, of the server or of the simulator. */
async function attempt({ violate }: World, { what, run }: Happening): Promise<void> {
  try {
    await run();
  } catch (error) {
    violate(`"${what}" threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

/** What happens next: one thing, or several at the same time. */
function takeHappenings({ chronicle: { world } }: Simulation): Happening[] {
  const { timeline, random, conditions, tell, count } = world;
  const isCrowded = goesWrong(world, conditions.crowded);
  const happenings = timeline.take(isCrowded ? { most: random.between(2, 8), windowMs: 2_000 } : { most: 1, windowMs: 0 });
  if (happenings.length > 1) count("several things at once");
  for (const { what } of happenings) tell(what);
  return happenings;
}
