import { Hono } from "hono";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "../http/context.ts";

/** Where the provider's page leads back to. An extension's own page cannot be named there: nobody outside may know its address. */
export const returnPaths = { paid: "/payments/paid", left: "/payments/left" } as const;

/** Two pages that say how it went. They know nothing and change nothing: whoever opens them has paid nothing by that. */
export function createReturnPages() {
  return new Hono<AppEnv>()
    .use("/payments/*", secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] } }))
    .get(returnPaths.paid, (c) =>
      c.html(page("Thank you", "Your balance grows as soon as your payment is confirmed. You can close this page.")),
    )
    .get(returnPaths.left, (c) => c.html(page("Nothing was paid", "Your card was not charged. You can close this page.")));
}

function page(title: string, sentence: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Ringback</title>
        <style>
          body {
            display: grid;
            place-content: center;
            min-height: 100vh;
            margin: 0 1.5rem;
            font:
              1rem / 1.5 system-ui,
              sans-serif;
            text-align: center;
            text-wrap: balance;
          }
          h1 {
            margin: 0 0 0.5rem;
            font-size: 1.5rem;
          }
          p {
            margin: 0;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${sentence}</p>
        </main>
      </body>
    </html> `;
}
