/** Short work shows nothing; longer work shows how far it is, four times a second, on a terminal only. */
const PAUSE_MS = 250;

export interface Progress {
  expect(total: number): void;
  advance(count: number): void;
  end(): void;
}

export function progress(what: string): Progress {
  const { stderr } = process;
  let total = 0;
  let done = 0;
  let shown = 0;
  let isShown = false;

  return {
    expect(count) {
      total = count;
      done = 0;
      shown = performance.now();
    },
    advance(count) {
      done += count;
      if (!stderr.isTTY || performance.now() - shown < PAUSE_MS) return;
      shown = performance.now();
      isShown = true;
      stderr.write(`\r${done} of ${total} ${what} `);
    },
    end() {
      if (isShown) stderr.write("\r\u001b[K");
      isShown = false;
    },
  };
}
