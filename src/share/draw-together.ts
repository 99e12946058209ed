import { once } from "node:events";
import { setImmediate as othersTurn } from "node:timers/promises";
import { handfuls, poolOf, type Pool } from "../io/handfuls.ts";
import type { StagedFile } from "../io/output/file-writer.ts";
import { startThread } from "../io/thread.ts";
import type { SharePictureProps } from "../site/props.ts";
import { sharePicture } from "./picture.ts";

/** A picture to be, and where it goes. */
export interface Picture {
  readonly path: string;
  readonly props: SharePictureProps;
}

/** Pictures that a thread takes at a time. */
const HANDFUL = 8;

/** With this many pictures a second thread is worth its start. */
const MANY = 150;

/** What both threads take their pictures from. */
export interface Work {
  readonly pictures: readonly Picture[];
  readonly pool: Pool;
}

/** Takes pictures and draws them, until there are none left. */
export function* partsOf({ pictures, pool }: Work): Generator<readonly StagedFile[]> {
  for (const [from, end] of handfuls(pool, HANDFUL)) yield pictures.slice(from, end).map(drawn);
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
  const work = { pictures, pool: poolOf(pictures.length) };
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
