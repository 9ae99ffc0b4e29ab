import { readFileSync } from "node:fs";

/** What a process has used so far, as Linux keeps it. */
export interface ProcessUsage {
  cpuSeconds: number;
  residentBytes: number;
}

// USER_HZ, which is 100 on every Linux that Node runs on.
const ticksPerSecond = 100;

export function readProcessUsage(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name in brackets, which may hold anything. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return { cpuSeconds: (userTicks + systemTicks) / ticksPerSecond, residentBytes: kilobytes * 1024 };
}
