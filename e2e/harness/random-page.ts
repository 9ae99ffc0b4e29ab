/** Runs in a page: a page that changes itself at random, the same for the same seed. */
export function startRandomPage(seed: number): void {
  const texts = [
    "415",
    "-555-",
    "0123",
    "(415) ",
    "555-2671",
    "415-555-0188",
    "4155552671",
    " ",
    "x",
    "+49 30 ",
    "23125",
    "/-46",
    " ext. 12",
  ];
  const labels = ["Tel. ", "Order no. ", "Fax ", "Phone", "Order", "or "];
  const inline = ["b", "i", "span", "a"];
  const blocks = ["p", "div", "td"];
  let state = seed;
  // The same congruential generator as in other tests: fast, and good enough to be different.
  const next = (below: number): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
  const oneOf = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const host = document.querySelector("#list") ?? document.body;
  const nodes = (kind: number): ChildNode[] => {
    const walker = document.createTreeWalker(host, kind);
    const found: ChildNode[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as ChildNode);
    return found;
  };
  const newText = (): Text => document.createTextNode(next(4) === 0 ? oneOf(labels) : oneOf(texts));
  const newNode = (): ChildNode => {
    const kind = next(12);
    if (kind < 5) return newText();
    if (kind === 5) return document.createElement("br");
    if (kind === 6) {
      const link = document.createElement("a");
      link.href = "tel:+14155550177";
      link.append(document.createElement("img"));
      return link;
    }
    const element = document.createElement(oneOf(kind < 10 ? inline : blocks));
    for (let count = next(4); count > 0; count--) element.append(newText());
    return element;
  };
  const parents = (): ParentNode[] =>
    [host, ...nodes(NodeFilter.SHOW_ELEMENT).filter(({ nodeName }) => !/^(?:BR|IMG)$/.test(nodeName))] as unknown as ParentNode[];
  const insert = (node: ChildNode): void => {
    const parent = oneOf(parents()) as unknown as Node;
    if (!node.contains(parent)) parent.insertBefore(node, oneOf([...parent.childNodes, null]));
  };
  const steps: (() => void)[] = [
    () => insert(newNode()),
    () => insert(newNode()),
    () => insert(newNode()),
    () => oneOf(nodes(NodeFilter.SHOW_ALL))?.remove(),
    () => oneOf(nodes(NodeFilter.SHOW_ALL))?.replaceWith(newNode()),
    () => {
      const text = oneOf(nodes(NodeFilter.SHOW_TEXT));
      if (text) text.nodeValue = next(4) === 0 ? oneOf(labels) : oneOf(texts);
    },
    () => {
      const text = oneOf(nodes(NodeFilter.SHOW_TEXT));
      if (text instanceof Text) text.splitText(next(text.length + 1));
    },
    () => {
      const node = oneOf(nodes(NodeFilter.SHOW_ALL));
      if (node) insert(node);
    },
    () => host.normalize(),
    () => oneOf([...host.querySelectorAll("a")])?.setAttribute("href", oneOf(["tel:+14155550177", "tel:+14155550178", "#top"])),
  ];
  const change = (count: number): void => {
    for (let index = 0; index < count; index++) oneOf(steps)();
  };
  Object.assign(window, { randomPage: { change } });
}
