import { describeStoreContract } from "../store-contract.ts";
import { openDatabase } from "./database.ts";
import { openSqliteStore } from "./sqlite-store.ts";

describeStoreContract("SQLite", async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }));
