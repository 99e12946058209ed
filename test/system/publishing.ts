import { publish } from "./numbered-release.ts";

/** A process of its own that publishes the releases that it is told the numbers of, and says when each is live. */
process.on("message", (release: number) => {
  publish(process.argv[2]!, release);
  process.send!(release);
});
