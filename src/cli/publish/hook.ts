import { shortest } from "../../io/terminal.ts";
import { installHook, removeHook, type Hooked } from "../../publish/pre-push/install.ts";
import { exits, type Command } from "../command.ts";

export const command: Command = {
  summary: "have git proof what you push, before it is sent",
  help: `Usage: npx --no-install galley publish hook [--remove]

  --remove               take the hook away again

Installs a pre-push hook in this clone, where git looks for hooks. It proofs the commits that are pushed, not the files
that you are working on; errors stop the push and are shown with file and line. git push --no-verify goes without it.
Called again it renews the hook. One that Galley did not write is never replaced.`,
  options: { remove: { type: "boolean" } },

  async run({ remove }) {
    const { path, outcome } = remove === true ? removeHook() : installHook();
    console.error(`${shortest(path)}: ${said[outcome]}`);
    return exits.fine;
  },
};

const said: Readonly<Record<Hooked["outcome"], string>> = {
  installed:
    "the hook is installed. git push now proofs what it sends; git push --no-verify does not.",
  renewed: "the hook is renewed.",
  removed: "the hook is gone.",
  absent: "there is no hook of Galley's, so nothing was removed.",
};
