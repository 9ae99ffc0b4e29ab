import type { SimulatedDatabase } from "../database/simulated-database.ts";
import type { Fault } from "../faults.ts";
import type { World } from "../world.ts";
import { isOfFullDisk, tellsOfFullDisk, type Failure } from "./power.ts";
import { startSimulatedServer, type Answer, type SimulatedServer, type Surroundings } from "./simulated-server.ts";

/** The servers of a simulation: started, cut off, started again on the same database. */
export interface ServerRoom {
  /** Asks a server. Undefined when none answers, or one died before it answered. */
  request: (path: string, init: RequestInit) => Promise<Answer | undefined>;
  /** Has a server do something of its own accord; undefined when none runs, or it died before it was done. */
  act: <Outcome>(work: (server: SimulatedServer) => Promise<Outcome>) => Promise<Outcome | undefined>;
  isUp: () => boolean;
  /** What the servers' clocks say now. */
  clock: () => number;
  /** Lets a running server lose its power soon, or its disk for a moment. */
  failSoon: () => void;
  /** Starts whatever does not run. */
  startAll: () => Promise<void>;
}

export interface ServerRoomOptions extends Pick<Surroundings, "findRate" | "carrierFor"> {
  database: SimulatedDatabase;
  servers: number;
}

const hourMs = 3_600_000;

/** What the server logs only when something threw that should not have. */
const bugs = ["request failed", "call not reconciled", "call not priced"];

export function openServerRoom(world: World, options: ServerRoomOptions): ServerRoom {
  const { random, timeline, conditions, tell, count } = world;
  const { database, findRate, carrierFor } = options;
  const running = new Set<SimulatedServer>();
  let skewMs = conditions.skewMs;
  const clock = () => timeline.nowMs() + skewMs;

  async function start(): Promise<void> {
    const server = await startSimulatedServer({
      database,
      clock,
      findRate,
      carrierFor,
      onLogged: (level, line) => logged(level, line),
      onFailed: (failure) => {
        count(faultOf(failure));
        if (failure.kind === "disk") return tell("  the disk is full for one statement");
        running.delete(server);
        tell(`  server died ${failure.when} one of its ${failure.counted}`);
        planRestart();
      },
    });
    running.add(server);
  }

  function logged(level: "warn" | "error", line: string): void {
    tell(`  log: ${line}`);
    const isBug = level === "error" && bugs.some((bug) => line.startsWith(bug)) && !tellsOfFullDisk(line);
    if (isBug) world.violate(`The server met what it did not expect: ${line}`);
  }

  function planRestart(): void {
    const downMs = random.chance(0.1)
      ? random.between(hourMs / 2, 3 * hourMs)
      : random.pick([100, 1_000, random.between(1_000, 60_000), random.between(1_000, 600_000)]);
    if (downMs > hourMs) count("down for more than an hour");
    timeline.after(downMs, "server starts", async () => {
      if (running.size < options.servers) await restart();
    });
  }

  async function restart(): Promise<void> {
    if (running.size === 0 && conditions.clockMoves && random.chance(0.5)) {
      skewMs = random.between(-300_000, 300_000);
      count("clock moved at a restart");
    }
    await start();
  }

  function any(): SimulatedServer | undefined {
    return running.size > 1 ? random.pick([...running]) : [...running][0];
  }

  return {
    clock,
    isUp: () => running.size > 0,
    request: async (path, init) => any()?.request(path, init),
    async act(work) {
      const server = any();
      if (!server) return undefined;
      try {
        const outcome = await work(server);
        return server.power.isOn() ? outcome : undefined;
      } catch (error) {
        if (server.power.isOn() && !isOfFullDisk(error)) world.violate(`The server threw ${String(error)}`);
        return undefined;
      }
    },
    failSoon() {
      const counted = random.pick(["statements", "commits"] as const);
      const at = random.between(1, counted === "commits" ? 3 : 12);
      const when = counted === "statements" ? "before" : random.pick(["before", "after"] as const);
      any()?.power.failAt(random.chance(0.2) ? { kind: "disk", counted, at } : { kind: "power", counted, at, when });
    },
    async startAll() {
      while (running.size < options.servers) await start();
    },
  };
}

function faultOf(failure: Failure): Fault {
  if (failure.kind === "disk") return "disk full for a statement";
  if (failure.counted === "statements") return "crash before a statement";
  return failure.when === "before" ? "crash before COMMIT" : "crash after COMMIT";
}
