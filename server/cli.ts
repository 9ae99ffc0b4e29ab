import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { runCommand } from "./operator/run-command.ts";

if (existsSync(".env")) loadEnvFile();
const outcome = await runCommand(process.argv.slice(2));
if (outcome.ok) console.log(outcome.value);
else console.error(outcome.error);
process.exitCode = outcome.ok ? 0 : 1;
