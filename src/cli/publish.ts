import type { CommandGroup } from "./command.ts";

export const command: CommandGroup = {
  summary: "publish with git push: galley publish --help lists what there is",
  about: "Makes what is pushed to a server what its readers see: docs/publishing.md.",
  commands: {
    init: () => import("./publish/init.ts"),
    list: () => import("./publish/list.ts"),
    rollback: () => import("./publish/rollback.ts"),
    resume: () => import("./publish/resume.ts"),
    status: () => import("./publish/status.ts"),
    tick: () => import("./publish/tick.ts"),
    doctor: () => import("./publish/doctor.ts"),
    hook: () => import("./publish/hook.ts"),
    record: () => import("./publish/record.ts"),
    "pre-push": () => import("./publish/pre-push.ts"),
    "pre-receive": () => import("./publish/pre-receive.ts"),
    "post-receive": () => import("./publish/post-receive.ts"),
  },
};
