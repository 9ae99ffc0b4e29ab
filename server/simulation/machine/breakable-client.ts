import type { SqliteDatabase } from "../../store/sqlite/database.ts";
import type { Power } from "./power.ts";

type Client = SqliteDatabase["$client"];
type Statement = ReturnType<Client["prepare"]>;

/**
 * A connection of better-sqlite3 whose every statement needs power. The statements that the store prepares on it are the real ones;
 * when the power goes out in a transaction, SQLite undoes that, as it would at the next opening of the file.
 */
export function breakableClient(client: Client, { prepare, power }: { prepare: Client["prepare"]; power: Power }): Client {
  return new Proxy(client, {
    get(target, property) {
      if (property === "prepare") return (sql: string) => breakableStatement(prepare(sql), { sql, power });
      // To a process that has died, there is nothing left to roll back.
      if (property === "inTransaction") return power.isOn() && target.inTransaction;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const running = new Set<string | symbol>(["run", "get", "all"]);
const shaping = new Set<string | symbol>(["raw", "pluck"]);

function breakableStatement(statement: Statement, circuit: { sql: string; power: Power }): Statement {
  return new Proxy(statement, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function") return value;
      if (running.has(property))
        return (...values: unknown[]) => circuit.power.run(circuit.sql, () => value.apply(target, values));
      if (shaping.has(property)) return (...values: unknown[]) => breakableStatement(value.apply(target, values), circuit);
      return value.bind(target);
    },
  });
}
