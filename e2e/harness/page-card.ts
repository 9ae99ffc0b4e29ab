import { expect } from "@playwright/test";
import type { CDPSession, Frame, Page } from "playwright-core";
import { z } from "zod";

interface DomNode {
  backendNodeId: number;
  /** Names and values in turn. */
  attributes?: string[] | undefined;
  children?: DomNode[] | undefined;
  shadowRoots?: DomNode[] | undefined;
  shadowRootType?: string | undefined;
  contentDocument?: DomNode | undefined;
}

const domNodeSchema: z.ZodType<DomNode> = z.object({
  backendNodeId: z.int(),
  attributes: z.array(z.string()).optional(),
  children: z.array(z.lazy(() => domNodeSchema)).optional(),
  shadowRoots: z.array(z.lazy(() => domNodeSchema)).optional(),
  shadowRootType: z.string().optional(),
  contentDocument: z.lazy(() => domNodeSchema).optional(),
});
const documentSchema = z.object({ root: domNodeSchema });
const resolvedSchema = z.object({ object: z.object({ objectId: z.string() }) });
const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const seenSchema = z.object({
  result: z.object({
    value: z.object({
      lines: z.array(z.string()),
      language: z.string(),
      direction: z.string(),
      background: z.string(),
      box: boxSchema,
      buttons: z.array(boxSchema.extend({ label: z.string() })),
      focused: z.string().optional(),
    }),
  }),
});

/** What a person sees of a card: its lines of text, its colour, where it and its buttons are, and which of them has the focus. */
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

  /** The card over a page, or over a frame of another site, which is a page of its own to the DevTools protocol. */
  static async on(place: Page | Frame): Promise<PageCard> {
    const page = "page" in place ? place.page() : place;
    return new PageCard(page, await page.context().newCDPSession(place));
  }

  /** Waits until the card shows all of these among its lines. */
  async shows(...lines: (string | RegExp)[]): Promise<void> {
    for (const line of lines) {
      const asked = typeof line === "string" ? line : expect.stringMatching(line);
      await expect.poll(async () => (await this.#see())?.lines, { message: `the card shows ${line}` }).toContainEqual(asked);
    }
  }

  /** Whether the card shows a line as of now. */
  async isShowing(line: string): Promise<boolean> {
    return (await this.#see())?.lines.includes(line) === true;
  }

  async lines(): Promise<readonly string[]> {
    return (await this.#see())?.lines ?? [];
  }

  /** Waits until there is no card. */
  async isClosed(): Promise<void> {
    await expect.poll(() => this.#see(), { message: "the card is closed" }).toBeUndefined();
  }

  /** The language it says it is in, and the way it runs. */
  async speech(): Promise<Pick<SeenCard, "language" | "direction"> | undefined> {
    return this.#see();
  }

  async background(): Promise<string | undefined> {
    return (await this.#see())?.background;
  }

  async box(): Promise<SeenCard["box"] | undefined> {
    return (await this.#see())?.box;
  }

  /** The buttons that a person can press, the list of countries aside. */
  async buttons(): Promise<SeenCard["buttons"]> {
    return (await this.#see())?.buttons ?? [];
  }

  /** Waits until a control of the card has the focus. */
  async hasFocusOn(label: string): Promise<void> {
    await expect.poll(async () => (await this.#see())?.focused, { message: `the focus is on ${label}` }).toBe(label);
  }

  async pickCountry(name: string): Promise<void> {
    await this.press("Change");
    await this.hasFocusOn("Search countries");
    await this.#page.keyboard.type(name);
    await this.#page.keyboard.press("Enter");
  }

  /** Lets programs of the page look into the card, as accessibility checkers have to. */
  async openUp(): Promise<void> {
    const root = await this.#root();
    if (root === undefined) throw new Error("There is no card.");
    await this.#devTools.send("Runtime.callFunctionOn", {
      objectId: root,
      functionDeclaration: function (this: ShadowRoot) {
        Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true });
      }.toString(),
    });
  }

  async pointAtIt(): Promise<void> {
    const { x, y } = await this.#middleOf("Call");
    await this.#page.mouse.move(x, y);
  }

  async press(label: string): Promise<void> {
    const { x, y } = await this.#middleOf(label);
    await this.#page.mouse.click(x, y);
  }

  async #middleOf(label: string): Promise<{ x: number; y: number }> {
    let button: SeenCard["buttons"][number] | undefined;
    await expect
      .poll(async () => (button = (await this.#see())?.buttons.find((candidate) => candidate.label === label)), {
        message: `the card has a button "${label}"`,
      })
      .toBeTruthy();
    if (!button) throw new Error(`The card has no button "${label}".`);
    return { x: button.x + button.width / 2, y: button.y + button.height / 2 };
  }

  async #see(): Promise<SeenCard | undefined> {
    const root = await this.#root();
    if (root === undefined) return undefined;
    const seen = await this.#devTools.send("Runtime.callFunctionOn", {
      objectId: root,
      functionDeclaration: seeCard.toString(),
      returnByValue: true,
    });
    return seenSchema.parse(seen).result.value;
  }

  async #root(): Promise<string | undefined> {
    const { root } = documentSchema.parse(await this.#devTools.send("DOM.getDocument", { depth: -1, pierce: true }));
    const cardRoot = findCardRoot(root);
    if (!cardRoot) return undefined;
    const { backendNodeId } = cardRoot;
    return resolvedSchema.parse(await this.#devTools.send("DOM.resolveNode", { backendNodeId })).object.objectId;
  }
}

/** The closed root of the one popover that a page cannot look into. */
function findCardRoot(node: DomNode): DomNode | undefined {
  const closed = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === "closed");
  if (closed && node.attributes?.includes("popover")) return closed;
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  for (const child of inside) {
    const found = findCardRoot(child);
    if (found) return found;
  }
  return undefined;
}

/** Runs in the page, with `this` being the card's shadow root. */
function seeCard(this: ShadowRoot): SeenCard {
  const card = this.firstElementChild as HTMLElement;
  // Only what stands in this function comes into the page.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const look = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const label = element.getAttribute("aria-label") ?? (element as HTMLElement).innerText.trim();
    return { label, x, y, width, height };
  };
  const buttons = [...this.querySelectorAll("button")].filter((button) => button.checkVisibility());
  return {
    lines: card.innerText.split("\n").filter((line) => line.trim() !== ""),
    language: card.lang,
    direction: getComputedStyle(card).direction,
    background: getComputedStyle(card).backgroundColor,
    box: look(card),
    buttons: buttons.map(look),
    ...(this.activeElement && { focused: look(this.activeElement).label }),
  };
}
