import { requestCallAnswerSchema } from "#shared/api/calls.ts";
import { problemSchema } from "#shared/api/problem.ts";
import type { AccountId, CallId } from "#shared/ids.ts";
import type { Switchboard } from "../carrier/switchboard.ts";
import type { ServerRoom } from "../machine/server-room.ts";
import type { Answer } from "../machine/simulated-server.ts";
import { destinations } from "../prices.ts";
import { goesWrong, type World } from "../world.ts";
import { countRefusal } from "../observe.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { asJson } from "./requests.ts";

export interface Caller {
  /** Asks for a call, connects it, tells the server of it: as a browser does, or as one that something has happened to. */
  placeCall: (accountId: AccountId, delayMs: number) => void;
}

export interface CallerDeps {
  servers: Pick<ServerRoom, "request">;
  switchboard: Switchboard;
  accounts: readonly AccountId[];
  /** Told when a call was connected, so that its client can tell the server of its end. */
  onCall: (call: { accountId: AccountId; callId: CallId }) => void;
}

const mostAttempts = 4;

export function createCaller(world: World, { servers, switchboard, accounts, onCall }: CallerDeps): Caller {
  const { timeline, random, count } = world;
  const kept = createKeptAnswers(world);

  function placeCall(accountId: AccountId, delayMs: number): void {
    const request = { clientKey: random.uuid(), to: random.pick(destinations) };
    let isPlaced = false;
    const ask = (attempt: number, waitMs: number) => {
      if (attempt > 1) count("request repeated");
      timeline.after(waitMs, `${accountId} asks to call ${request.to}`, async () => {
        const answer = await askOnce(accountId, request);
        if (!answer) {
          if (attempt < mostAttempts) ask(attempt + 1, random.between(300, 3_000));
          return;
        }
        kept.check(`${accountId} ${request.clientKey}`, answer);
        if (answer.status >= 400) countRefusal(world, problemSchema.parse(JSON.parse(answer.body)).code);
        if (answer.status === 201 && !isPlaced) isPlaced = place(accountId, request, answer);
      });
    };
    ask(1, delayMs);
    if (goesWrong(world, 0.2)) ask(2, delayMs + random.between(0, 300));
    if (goesWrong(world, 0.1)) askForAnother(accountId, request, delayMs + random.between(0, 60_000));
  }

  async function askOnce(accountId: AccountId, request: { clientKey: string; to: string }): Promise<Answer | undefined> {
    const answer = await servers.request("/api/calls", asJson(accountId, request));
    if (!answer || goesWrong(world, world.conditions.answerLost)) return undefined;
    // Another process is answering it, or its process died a moment ago.
    return answer.status === 409 || answer.status >= 500 ? undefined : answer;
  }

  function place(accountId: AccountId, request: { to: string }, answer: Answer): boolean {
    const { call } = requestCallAnswerSchema.parse(JSON.parse(answer.body));
    if (call.toNumber !== request.to) world.violate(`Whoever asked to call ${request.to} was given a call to ${call.toNumber}.`);
    onCall({ accountId, callId: call.id });
    connect(accountId, call.id);
    return true;
  }

  /** The same key, and another number: the key belongs to the first request that had it. */
  function askForAnother(accountId: AccountId, request: { clientKey: string; to: string }, delayMs: number): void {
    const to = random.pick(destinations.filter((other) => other !== request.to));
    timeline.after(delayMs, `${accountId} asks to call ${to} by an old key`, async () => {
      count("key used for another request");
      const answer = await askOnce(accountId, { ...request, to });
      if (answer?.status === 201) place(accountId, { to }, answer);
    });
  }

  function connect(accountId: AccountId, callId: CallId): void {
    if (goesWrong(world, 0.08)) return count("call never connected");
    const isLate = goesWrong(world, 0.08);
    if (isLate) count("connected long after it was asked for");
    timeline.after(isLate ? random.between(30_000, 900_000) : random.between(50, 3_000), `${callId} connects`, () => {
      const parent = switchboard.connect({ accountId, callId });
      if (random.chance(0.25))
        timeline.after(random.between(10, 120_000), `the caller of ${callId} leaves`, () => switchboard.leave(parent));
      if (goesWrong(world, 0.1)) {
        count("call connected twice");
        timeline.after(
          random.between(0, 60_000),
          `${callId} connects again`,
          () => void switchboard.connect({ accountId, callId }),
        );
      }
      if (goesWrong(world, 0.05)) connectStolen(accountId, callId);
    });
  }

  function connectStolen(owner: AccountId, callId: CallId): void {
    const thief = random.pick(accounts);
    if (thief === owner) return;
    count("call id of another account");
    timeline.after(
      random.between(0, 60_000),
      `${thief} connects ${callId}`,
      () => void switchboard.connect({ accountId: thief, callId }),
    );
  }

  return { placeCall };
}
