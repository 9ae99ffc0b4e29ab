/** Whether a node lies in another as the page is laid out: in shadow roots, too, which `contains` does not look into. */
export function isAround(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === outer) return true;
  }
  return false;
}
