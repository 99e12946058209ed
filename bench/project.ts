import { fileURLToPath } from "node:url";

/** The folder of Galley's own sources. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url));
