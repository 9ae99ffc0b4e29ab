const shapes = {
  handset: {
    path: "M6.5 3h2.2c.5 0 .9.3 1.1.8l1.2 3c.2.4.1.9-.3 1.3L9.1 9.7a13 13 0 0 0 5.2 5.2l1.6-1.6c.4-.4.9-.5 1.3-.3l3 1.2c.5.2.8.6.8 1.1v2.2c0 1.400-1.2 2.5-2.6 2.4C10.900 19.300 4.700 13.100 4 5.600 3.900 4.200 5.100 3 6.500 3z",
    isFilled: true,
  },
  cross: { path: "M6 6l12 12M18 6L6 18", isFilled: false },
  copy: { path: "M9 9h10v10H9zM15 9V5H5v10h4", isFilled: false },
  person: { path: "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-4 3.400-6 7-6s6.400 2 7 6", isFilled: false },
  more: { path: "M5.500 12h.01M12 12h.01M18.500 12h.01", isFilled: false },
  clock: { path: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7v5l3 2", isFilled: false },
  down: { path: "m7 10 5 5 5-5", isFilled: false },
} as const;

export type CardIcon = keyof typeof shapes;

/** A picture on a card, always beside or instead of words that say the same. */
export function cardIcon(page: Document, name: CardIcon): SVGSVGElement {
  const { path, isFilled } = shapes[name];
  const svg = page.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", isFilled ? "filled" : "drawn");
  const shape = page.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}
