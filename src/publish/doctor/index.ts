import type { Blog } from "../blog.ts";
import type { Check } from "./check.ts";
import { installation } from "./installation.ts";
import { live } from "./live.ts";
import { git, network, node, npm } from "./machine.ts";
import { reading, writing } from "./permissions.ts";
import { hooks, repository } from "./repository.ts";
import { space } from "./space.ts";

/** Looks at all that publishing a blog needs. Nothing is changed. */
export async function examine(blog: Blog): Promise<readonly Check[]> {
  const machine = [node(), git()];
  // Without git nothing can be asked of the repository.
  if (machine.some(({ verdict, what }) => what === "git" && verdict === "error")) return machine;
  const about = repository(blog);
  return [
    ...machine,
    ...npm(blog),
    network(),
    ...installation(blog),
    about,
    ...(about.verdict === "error" ? [] : [hooks(blog)]),
    writing(blog),
    reading(blog),
    ...space(blog),
    ...(about.verdict === "error" ? [] : await live(blog)),
  ];
}
