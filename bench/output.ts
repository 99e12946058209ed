/** Of the result. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Tells whoever waits what is going on. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
