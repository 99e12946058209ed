import { tsImport } from "tsx/esm/api";

// A thread has no loader of TypeScript of its own.
await tsImport("./comparing-thread.ts", import.meta.url);
