export const routes = ["history", "contacts", "settings"] as const;
export type Route = (typeof routes)[number];

/** The page a hash names: "#/contacts". Anything unknown is the history, which is what people come for. */
export function routeOf(hash: string): Route {
  const name = hash.replace(/^#\/?/, "").split(/[/?]/)[0];
  return routes.find((route) => route === name) ?? "history";
}

export function hashOf(route: Route): string {
  return `#/${route}`;
}
