import { startStack, type Stack } from "./stack.ts";

export interface LentStack {
  stack: Stack;
  /** A test that failed leaves nobody knows what: the next one gets another stack. */
  giveBack: (options: { isSound: boolean }) => Promise<void>;
}

/**
 * A server and a carrier that tests of one worker use one after the other, each with a demo account that it alone has: nothing of
 * one account can be seen by another. What is no account's, such as the carrier's list of calls, is shown from the test's beginning on.
 * A stack that had an accident is used up.
 */
export class StandingStack {
  #stack: Stack | undefined;

  async lend(): Promise<LentStack> {
    const stack = (this.#stack ??= await startStack());
    const earlierCalls = new Set((await stack.listCarrierCalls()).map(({ sid }) => sid));
    const earlierOutput = stack.serverOutput().length;
    let isWorn = false;
    const wearing =
      <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
      (...args: Args) => {
        isWorn = true;
        return act(...args);
      };
    return {
      stack: {
        ...stack,
        restartServer: wearing(stack.restartServer),
        restartSandbox: wearing(stack.restartSandbox),
        stopSandbox: wearing(stack.stopSandbox),
        haveAccident: wearing(stack.haveAccident),
        impairMedia: wearing(stack.impairMedia),
        // A server that was started again has written nothing of what the one before it wrote.
        serverOutput: () => (isWorn ? stack.serverOutput() : stack.serverOutput().slice(earlierOutput)),
        listCarrierCalls: async () => (await stack.listCarrierCalls()).filter(({ sid }) => !earlierCalls.has(sid)),
      },
      giveBack: async ({ isSound }) => {
        if (isWorn || !isSound) await this.stop();
      },
    };
  }

  async stop(): Promise<void> {
    const stack = this.#stack;
    this.#stack = undefined;
    await stack?.stop();
  }
}
