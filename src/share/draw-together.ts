import { once } from "node:events";
import { setImmediate as othersTurn } from "node:timers/promises";
import type { StagedFile } from "../io/output/file-writer.ts";
import { startThread } from "../io/thread.ts";
import type { SharePictureProps } from "../site/props.ts";
import { sharePicture } from "./picture.ts";

/** A picture to be, and where it goes. */
export interface Picture {
  readonly path: string;
  readonly props: SharePictureProps;
}

/** Pictures are taken by the handful: whoever is done takes the next, so that both threads end together. */
const HANDFUL = 8;

/** With this many pictures a second thread is worth its start. */
const MANY = 150;

/** What both threads take their pictures from. */
export interface Work {
  readonly pictures: readonly Picture[];
  /** How many are taken; shared memory, counted up atomically. */
  readonly taken: Int32Array;
}

/** Takes pictures and draws them, until there are none left. */
export function* partsOf({ pictures, taken }: Work): Generator<readonly StagedFile[]> {
  for (;;) {
    const from = Atomics.add(taken, 0, HANDFUL);
    if (from >= pictures.length) return;
    yield pictures.slice(from, from + HANDFUL).map(drawn);
  }
}

function drawn({ path, props }: Picture): StagedFile {
  try {
    return { path, content: sharePicture(props) };
  } catch (error) {
    throw new Error(`the share picture ${path} could not be drawn`, { cause: error });
  }
}

export interface Drawing {
  /** Draws what is left to draw. */
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Has many pictures drawn in a second thread, while this one does something else; it takes part when it is told to finish.
 *
 * @param keep gets the pictures, some at a time
 */
export function startDrawing(
  pictures: readonly Picture[],
  keep: (files: readonly StagedFile[]) => void,
): Drawing {
  const work = { pictures, taken: new Int32Array(new SharedArrayBuffer(4)) };
  if (pictures.length < MANY) {
    const finish = async (): Promise<void> => {
      for (const part of partsOf(work)) keep(part);
    };
    return { finish, abandon: async () => {} };
  }
  const thread = startThread("src/share/drawing-thread.ts", { work });
  thread.on("message", keep);
  const end = once(thread, "exit");
  // Whoever never comes to finish is not told of a failure.
  end.catch(() => {});
  return {
    async finish() {
      for (const part of partsOf(work)) {
        keep(part);
        await othersTurn();
      }
      thread.ref();
      await end;
    },
    async abandon() {
      await thread.terminate();
    },
  };
}
