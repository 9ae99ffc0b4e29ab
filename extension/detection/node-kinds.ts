// By what nodes say of themselves: one that a page has taken over from another document is, by `instanceof`, still of that document's world.

const htmlNamespace = "http://www.w3.org/1999/xhtml";

export function isText(node: unknown): node is Text {
  return isNode(node) && node.nodeType === 3;
}

export function isElement(node: unknown): node is Element {
  return isNode(node) && node.nodeType === 1;
}

export function isHtmlElement(node: unknown): node is HTMLElement {
  return isElement(node) && node.namespaceURI === htmlNamespace;
}

export function isAnchor(node: unknown): node is HTMLAnchorElement {
  return isHtmlElement(node) && node.localName === "a";
}

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "nodeType" in node;
}
