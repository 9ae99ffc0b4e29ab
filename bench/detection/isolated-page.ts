import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { z } from "zod";

const worldSchema = z.object({ executionContextId: z.int() });
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ exception: z.object({ description: z.string() }).optional() }).optional(),
});
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/**
 * A page in a process of its own, with a world beside the page's: content scripts run in such a one. Nothing was run there before, so
 * what is measured is cold.
 */
export class IsolatedPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #devTools: CDPSession;
  readonly #worldId: number;

  private constructor(page: Page, devTools: CDPSession, worldId: number) {
    this.page = page;
    this.#context = page.context();
    this.#devTools = devTools;
    this.#worldId = worldId;
  }

  static async open(browser: Browser, html: string): Promise<IsolatedPage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    // Real pages ask for pictures and scripts of hosts that are none of the bench's business.
    await context.route("**/*", (route) =>
      route.request().isNavigationRequest() ? route.fulfill({ contentType: "text/html", body: html }) : route.abort(),
    );
    await page.goto("http://page.example/");
    const devTools = await context.newCDPSession(page);
    const { frameTree } = await devTools.send("Page.getFrameTree");
    const world = worldSchema.parse(await devTools.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id }));
    // What other processes of the machine do does not count.
    await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
    const isolated = new IsolatedPage(page, devTools, world.executionContextId);
    // The page's own first frames are not what is measured.
    await isolated.settle();
    return isolated;
  }

  /** Loads a script, as the browser loads a content script. */
  async load(script: string): Promise<void> {
    if (script !== "") await this.evaluate(`${script}\n;undefined`);
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#devTools.send("Runtime.evaluate", {
      expression,
      contextId: this.#worldId,
      awaitPromise: true,
      returnByValue: true,
    });
    const { result, exceptionDetails } = evaluatedSchema.parse(answer);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "It failed in the page.");
    return result.value;
  }

  /** Runs an expression to its end, and gives what it answers and the CPU that the main thread took for it, its painting included. */
  async measure(expression: string): Promise<{ value: unknown; cpuMs: number }> {
    const before = await this.#taskSeconds();
    const value = await this.evaluate(expression);
    await this.settle();
    return { value, cpuMs: ((await this.#taskSeconds()) - before) * 1000 };
  }

  /** Resolves when the page has painted what there is, and has nothing else to do. */
  async settle(): Promise<void> {
    await this.evaluate("new Promise((painted) => requestAnimationFrame(() => requestIdleCallback(() => painted())))");
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #taskSeconds(): Promise<number> {
    const { metrics } = metricsSchema.parse(await this.#devTools.send("Performance.getMetrics"));
    const duration = metrics.find(({ name }) => name === "TaskDuration");
    if (!duration) throw new Error("The browser does not tell how long its tasks took.");
    return duration.value;
  }
}
