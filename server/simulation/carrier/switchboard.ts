import type { AccountId, CallId } from "#shared/ids.ts";
import { webhookPaths } from "../../twilio/webhook-urls.ts";
import { parseTwiml } from "../../sandbox/twiml/parse-twiml.ts";
import type { DialVerb } from "../../sandbox/twiml/verbs.ts";
import type { World } from "../world.ts";
import { drawTalkMs, endOfChild, endOfParent, saidDuration } from "./endings.ts";
import { dialActionForm, statusForm, voiceForm, type StatusNews } from "./forms.ts";
import { isLive, type ChildLeg, type EndStatus, type ParentLeg } from "./legs.ts";
import type { PostWebhook } from "./webhook-line.ts";

/** The carrier's calls as they really are, whatever anybody is told of them. */
export interface Switchboard {
  parents: ReadonlyMap<string, ParentLeg>;
  children: ReadonlyMap<string, ChildLeg>;
  /** A browser connects. */
  connect: (who: { accountId: AccountId; callId: CallId }) => ParentLeg;
  /** The caller hangs up. */
  leave: (parent: ParentLeg) => void;
  /** Ends a leg by order of the API. */
  hangUp: (sid: string) => void;
}

const mostRingMs = 60_000;

export function createSwitchboard(world: World, post: PostWebhook): Switchboard {
  const { timeline, random, count, tell } = world;
  const parents = new Map<string, ParentLeg>();
  const children = new Map<string, ChildLeg>();
  const newSid = () => `CA${random.hex(32)}`;
  // A clock that jumps while the carrier does not yet know of a leg that rings would make the leg seem long over: two troubles that
  // nobody has promised to survive together.
  const drawLagMs = () => (random.chance(0.2) && !world.conditions.clockMoves ? random.between(0, 180_000) : 0);

  function connect(who: { accountId: AccountId; callId: CallId }): ParentLeg {
    const nowMs = timeline.nowMs();
    const visibleFromMs = nowMs + drawLagMs();
    const asking = { kind: "asking" } as const;
    const parent: ParentLeg = { sid: newSid(), ...who, createdMs: nowMs, visibleFromMs, state: asking, dialDocuments: new Set() };
    parents.set(parent.sid, parent);
    post({
      what: `voice webhook of ${nameOf(parent)}`,
      path: webhookPaths.voice,
      form: voiceForm(parent),
      onAnswer: (answer, { isFirst }) => heard(parent, answer, isFirst),
      onGivenUp: () => endParent(parent, "failed"),
    });
    return parent;
  }

  function heard(parent: ParentLeg, { status, body }: { status: number; body: string }, isFirst: boolean): void {
    const [verb] = status === 200 ? parseTwiml(body).verbs : [];
    if (verb?.verb === "Dial") {
      parent.dialDocuments.add(body);
      if (parent.dialDocuments.size > 1) world.violate(`${nameOf(parent)} was given two different answers: ${body}`);
    }
    if (!isFirst || parent.state.kind !== "asking") return;
    if (verb?.verb === "Dial") dial(parent, verb);
    else endParent(parent, "completed");
  }

  function dial(parent: ParentLeg, { targets, timeLimitSeconds }: DialVerb): void {
    const [target] = targets;
    if (target?.kind !== "number" || timeLimitSeconds <= 0) throw new Error("The TwiML dials nobody.");
    const [dialledMs, visibleFromMs] = [timeline.nowMs(), timeline.nowMs() + drawLagMs()];
    const state = { kind: "ringing" } as const;
    const child = {
      sid: newSid(),
      parent,
      to: target.number,
      timeLimitSeconds,
      dialledMs,
      visibleFromMs,
      state,
      toldSeconds: [],
    };
    children.set(child.sid, child);
    parent.state = { kind: "dialling", child };
    tell(`  ${nameOf(parent)} is dialled, for ${timeLimitSeconds} s at most`);
    news(child, { status: "initiated", sequence: 0, atMs: dialledMs });
    news(child, { status: "ringing", sequence: 1, atMs: dialledMs });
    ring(child);
  }

  function ring(child: ChildLeg): void {
    const outcome = random.chance(0.75) ? "answered" : random.pick(["busy", "no-answer", "failed", "canceled"] as const);
    const ringMs = outcome === "no-answer" ? mostRingMs : random.between(500, mostRingMs - 1);
    timeline.after(ringMs, `${nameOf(child.parent)}: ${outcome}`, () => {
      if (child.state.kind !== "ringing") return;
      if (outcome === "answered") answer(child);
      else endChild(child, outcome);
    });
  }

  function answer(child: ChildLeg): void {
    const answeredMs = timeline.nowMs();
    child.state = { kind: "talking", answeredMs };
    news(child, { status: "in-progress", sequence: 2, atMs: answeredMs });
    const talkMs = drawTalkMs(world, child.timeLimitSeconds);
    if (talkMs !== undefined) timeline.after(talkMs, `${nameOf(child.parent)} ends`, () => endChild(child, "completed"));
  }

  function endChild(child: ChildLeg, status: EndStatus): void {
    if (child.state.kind === "over") return;
    const over = endOfChild(world, child, status);
    child.state = over;
    const durationSeconds = saidDuration(world, over);
    news(child, { status, sequence: 3, atMs: over.endedMs, durationSeconds });
    if (child.parent.state.kind === "over") return;
    post({
      what: `dial action of ${nameOf(child.parent)}`,
      path: webhookPaths.dialAction,
      form: dialActionForm(child, { status, durationSeconds }),
      onReached: () => reached(child, durationSeconds),
      onAnswer: () => endParent(child.parent, "completed"),
      onGivenUp: () => endParent(child.parent, "completed"),
    });
  }

  function endParent(parent: ParentLeg, status: EndStatus): void {
    if (parent.state.kind === "over") return;
    const { state } = parent;
    parent.state = endOfParent(world, parent, status);
    if (state.kind === "dialling") endChild(state.child, state.child.state.kind === "talking" ? "completed" : "canceled");
  }

  function news(child: ChildLeg, told: StatusNews): void {
    post({
      what: `${told.status} of ${nameOf(child.parent)}`,
      path: webhookPaths.status,
      form: statusForm(child, told),
      onReached: () => reached(child, told.durationSeconds, told.sequence),
    });
  }

  const latestSequence = new Map<string, number>();

  function reached(child: ChildLeg, durationSeconds: number | undefined, sequence?: number): void {
    if (durationSeconds !== undefined) child.toldSeconds.push(durationSeconds);
    if (sequence === undefined) return;
    const latest = latestSequence.get(child.sid) ?? 0;
    if (sequence < latest) count("webhook out of order");
    latestSequence.set(child.sid, Math.max(sequence, latest));
  }

  function leave(parent: ParentLeg): void {
    if (parent.state.kind === "asking") count("caller gave up before the answer");
    endParent(parent, "completed");
  }

  function hangUp(sid: string): void {
    const [parent, child] = [parents.get(sid), children.get(sid)];
    if (parent) endParent(parent, "completed");
    if (child && isLive(child)) endChild(child, child.state.kind === "talking" ? "completed" : "canceled");
  }

  return { parents, children, connect, leave, hangUp };
}

/** A short name of a leg for the trace. */
export function nameOf({ sid }: { sid: string }): string {
  return sid.slice(0, 8);
}
