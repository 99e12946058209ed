import type { CommandGroup } from "./command.ts";

export const command: CommandGroup = {
  summary: "releases of the site: galley publish --help lists what there is",
  about: "Makes a built site a release that readers get: docs/releases.md.",
  commands: {
    record: () => import("./publish/record.ts"),
  },
};
