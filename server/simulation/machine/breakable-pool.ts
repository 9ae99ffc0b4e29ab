import type { Pool, PoolClient } from "pg";
import type { Power } from "./power.ts";

type AnyFunction = (...values: unknown[]) => unknown;

/** A pool of Postgres connections whose every statement needs power, and whose connections are the real ones. */
export function breakablePool(pool: Pool, power: Power): Pool {
  // The store remembers what it has prepared by the connection it is given, so that one must stay the same.
  const breakable = new WeakMap<PoolClient, PoolClient>();

  async function connect(): Promise<PoolClient> {
    const client = await pool.connect();
    const known = breakable.get(client) ?? breakableQueries(client, power);
    breakable.set(client, known);
    return known;
  }

  return breakableQueries(pool, power, { connect });
}

function breakableQueries<Connection extends Pool | PoolClient>(
  connection: Connection,
  power: Power,
  instead: Partial<Connection> = {},
): Connection {
  return new Proxy(connection, {
    get(target, property) {
      const value: unknown = Reflect.get(instead, property) ?? Reflect.get(target, property, target);
      if (typeof value !== "function") return value;
      const call = (value as AnyFunction).bind(target);
      if (property !== "query") return call;
      return (...values: unknown[]) => power.runAsync(textOf(values[0]), async () => call(...values));
    },
  });
}

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : String((statement as { text?: unknown }).text);
}
