import { readFileSync } from "node:fs";

/**
 * Tells a process from a later one with its number: when it was started, and since which start of the machine. Empty
 * where there is none, where it has ended and nobody has asked how, and where the system does not say (only Linux does).
 */
export function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const [state, ...more] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === ENDED ? "" : `${boot} ${more[START_TIME]}`;
  } catch {
    return "";
  }
}

/** What proc(5) says behind the name, which is in parentheses and may hold any character: the state, and 18 fields on the start. */
const ENDED = "Z";
const START_TIME = 18;

/** Whether a process with that number runs, and is the one that was born then. */
export function isAlive(pid: number, born: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return born === "" || bornAt(pid) === born;
}
