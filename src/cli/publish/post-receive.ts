import { publishAccepted } from "../../publish/publish-accepted.ts";
import { updatesIn } from "../../publish/receive.ts";
import type { Command } from "../command.ts";
import { asHook, blogIn, hookInput } from "./shared.ts";
import { command as preReceive } from "./pre-receive.ts";

export const command: Command = {
  summary: "show readers what was pushed: git runs this",
  help: preReceive.help,
  options: preReceive.options,

  run(values) {
    // A writer who leaves does not take back what was pushed.
    for (const signal of ["SIGINT", "SIGHUP", "SIGPIPE", "SIGTERM"] as const)
      process.on(signal, () => {});
    return asHook(
      "The push is stored, but readers do not see it yet. On the server,\n  npx --no-install galley publish resume\nshows it to them; so does the next push.",
      () => publishAccepted(blogIn(values), updatesIn(hookInput())),
    );
  },
};
