import { readFileSync } from "node:fs";

/**
 * Tells a process from a later one with its number: when it was started, and since which start of the machine. Empty
 * where the system does not say (only Linux does).
 */
export function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${startTimeIn(stat)}`;
  } catch {
    return "";
  }
}

/** Field 22 of proc(5), counted from behind the name, which is in parentheses and may hold any character. */
const startTimeIn = (stat: string): string =>
  stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";

/** Whether a process with that number runs, and is the one that was born then. */
export function isAlive(pid: number, born: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return born === "" || bornAt(pid) === born;
}
