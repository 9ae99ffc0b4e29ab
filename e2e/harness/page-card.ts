import { expect } from "@playwright/test";
import type { CDPSession, Page } from "playwright-core";
import { z } from "zod";

interface DomNode {
  backendNodeId: number;
  children?: DomNode[] | undefined;
  shadowRoots?: DomNode[] | undefined;
  shadowRootType?: string | undefined;
}

const domNodeSchema: z.ZodType<DomNode> = z.object({
  backendNodeId: z.int(),
  children: z.array(z.lazy(() => domNodeSchema)).optional(),
  shadowRoots: z.array(z.lazy(() => domNodeSchema)).optional(),
  shadowRootType: z.string().optional(),
});
const documentSchema = z.object({ root: domNodeSchema });
const resolvedSchema = z.object({ object: z.object({ objectId: z.string() }) });
const seenSchema = z.object({
  result: z.object({
    value: z.object({
      lines: z.array(z.string()),
      background: z.string(),
      buttons: z.array(z.object({ label: z.string(), x: z.number(), y: z.number() })),
    }),
  }),
});

/** What a person sees of a card: its lines of text, its colour, and where its buttons are. */
type SeenCard = z.infer<typeof seenSchema>["result"]["value"];

/**
 * The card over a page. It lives in a closed shadow root, which is closed to a test's locators as it is to the page, so it is
 * looked at through the DevTools protocol.
 */
export class PageCard {
  readonly #page: Page;
  readonly #devTools: CDPSession;

  private constructor(page: Page, devTools: CDPSession) {
    this.#page = page;
    this.#devTools = devTools;
  }

  static async on(page: Page): Promise<PageCard> {
    return new PageCard(page, await page.context().newCDPSession(page));
  }

  /** Waits until the card shows all of these among its lines. */
  async shows(...lines: (string | RegExp)[]): Promise<void> {
    for (const line of lines) {
      const asked = typeof line === "string" ? line : expect.stringMatching(line);
      await expect.poll(async () => (await this.#see())?.lines, { message: `the card shows ${line}` }).toContainEqual(asked);
    }
  }

  /** Waits until there is no card. */
  async isClosed(): Promise<void> {
    await expect.poll(() => this.#see(), { message: "the card is closed" }).toBeUndefined();
  }

  async background(): Promise<string | undefined> {
    return (await this.#see())?.background;
  }

  async pointAtIt(): Promise<void> {
    const { x, y } = await this.#button("Call");
    await this.#page.mouse.move(x, y);
  }

  async press(label: string): Promise<void> {
    const { x, y } = await this.#button(label);
    await this.#page.mouse.click(x, y);
  }

  async #button(label: string): Promise<{ x: number; y: number }> {
    const button = (await this.#see())?.buttons.find((candidate) => candidate.label === label);
    if (!button) throw new Error(`The card has no button "${label}".`);
    return button;
  }

  async #see(): Promise<SeenCard | undefined> {
    const { root } = documentSchema.parse(await this.#devTools.send("DOM.getDocument", { depth: -1, pierce: true }));
    const closedRoot = findClosedRoot(root);
    if (!closedRoot) return undefined;
    const { backendNodeId } = closedRoot;
    const { object } = resolvedSchema.parse(await this.#devTools.send("DOM.resolveNode", { backendNodeId }));
    const seen = await this.#devTools.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      functionDeclaration: seeCard.toString(),
      returnByValue: true,
    });
    return seenSchema.parse(seen).result.value;
  }
}

function findClosedRoot(node: DomNode): DomNode | undefined {
  if (node.shadowRootType === "closed") return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findClosedRoot(child);
    if (found) return found;
  }
  return undefined;
}

/** Runs in the page, with `this` being the card's shadow root. */
function seeCard(this: ShadowRoot): SeenCard {
  const card = this.firstElementChild as HTMLElement;
  const buttons = [...this.querySelectorAll("button")].filter((button) => button.checkVisibility());
  return {
    lines: card.innerText.split("\n").filter((line) => line.trim() !== ""),
    background: getComputedStyle(card).backgroundColor,
    buttons: buttons.map((button) => {
      const box = button.getBoundingClientRect();
      return { label: button.innerText.trim(), x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }),
  };
}
