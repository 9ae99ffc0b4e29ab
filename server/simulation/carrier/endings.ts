import { goesWrong, type World } from "../world.ts";
import { guardSeconds, type ChildLeg, type ChildOver, type EndStatus, type Ended, type ParentLeg } from "./legs.ts";

/** How long they talk: until one of them has had enough, or the carrier ends it, at the limit or after; undefined is until it is hung up. */
export function drawTalkMs(world: World, timeLimitSeconds: number): number | undefined {
  const { random, conditions, count } = world;
  if (random.chance(0.5)) {
    const enoughSeconds = random.between(0, random.pick([5, 60, 600]));
    return Math.min(enoughSeconds, timeLimitSeconds) * 1000 + random.between(0, 400);
  }
  if (goesWrong(world, conditions.stuck)) {
    count("leg that ignores its limit");
    return undefined;
  }
  if (!goesWrong(world, conditions.overrunning)) return timeLimitSeconds * 1000;
  const isSmall = random.chance(0.6);
  count(isSmall ? "overrun within the guard" : "overrun beyond the guard");
  const overrunSeconds = isSmall ? random.between(1, guardSeconds) : random.between(guardSeconds + 1, 90);
  return (timeLimitSeconds + overrunSeconds) * 1000;
}

/** How the leg ends that was dialled, with what the carrier says of it and what it writes down. */
export function endOfChild(world: World, { state }: ChildLeg, status: EndStatus): ChildOver {
  const answeredMs = state.kind === "talking" ? state.answeredMs : undefined;
  const durationSeconds = secondsSince(world, answeredMs);
  const recordedSeconds = status === "completed" ? drawRecord(world, durationSeconds) : 0;
  return { ...drawEnd(world, { status, recordedSeconds }), answeredMs, durationSeconds };
}

/** How the caller's leg ends: it lasted from the answer of the other, if there was one. */
export function endOfParent(world: World, { state }: ParentLeg, status: EndStatus): Ended {
  const child = state.kind === "dialling" ? state.child.state : undefined;
  const answeredMs = child && child.kind !== "ringing" ? child.answeredMs : undefined;
  return drawEnd(world, { status, recordedSeconds: secondsSince(world, answeredMs) });
}

/** The duration that a callback tells; undefined for a leg that nobody answered, and when the carrier leaves it out. */
export function saidDuration(world: World, { status, durationSeconds }: ChildOver): number | undefined {
  if (status !== "completed") return undefined;
  if (!goesWrong(world, world.conditions.durationMissing)) return durationSeconds;
  world.count("end without duration");
  return undefined;
}

function drawRecord(world: World, durationSeconds: number): number {
  if (!goesWrong(world, world.conditions.disagreeing)) return durationSeconds;
  const recordedSeconds = Math.max(0, durationSeconds + world.random.pick([-2, -1, 1, 2]));
  if (recordedSeconds < durationSeconds) world.count("carrier's record says less");
  if (recordedSeconds > durationSeconds) world.count("carrier's record says more");
  return recordedSeconds;
}

function drawEnd({ timeline, random }: World, ended: Pick<Ended, "status" | "recordedSeconds">): Ended {
  const endedMs = timeline.nowMs();
  const recordedMs = endedMs + (random.chance(0.3) ? random.between(0, 300_000) : 0);
  const pricedMs = recordedMs + random.between(0, 900_000);
  // A leg that nobody answered is not billed.
  const priceMicros = ended.recordedSeconds === 0 ? undefined : random.between(1, 20_000);
  return { kind: "over", ...ended, endedMs, recordedMs, pricedMs, priceMicros };
}

function secondsSince({ timeline }: World, answeredMs: number | undefined): number {
  return answeredMs === undefined ? 0 : Math.round((timeline.nowMs() - answeredMs) / 1000);
}
