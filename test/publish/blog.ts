import { join } from "node:path";
import { ended, type Ended } from "../support/build.ts";
import { writeFiles } from "../support/files.ts";
import { projectCopy } from "../support/project.ts";
import { repositoryIn, type Repository } from "../support/repository.ts";

/** The settings of a site that is quickly built. */
export const SMALL = `id: 3f0c0b1e-6d1b-4c8e-9a54-5b6b7d0f2a77
title: Field notes
url: https://example.org/blog/
timeZone: Europe/Lisbon
author: { name: Ada }
search: false
sharePictures: false
`;

export const ESSAYS: Readonly<Record<string, string>> = {
  "content/essays/harbour.md": "# Harbour\n\nThe harbour was quiet.\n",
  "content/essays/2026-01-02-lantern.md":
    "---\naliases: [/lamp/]\n---\n\n# Lantern\n\nThe lantern was lit.\n",
};

const IGNORED = "node_modules\n_site\n.galley\n";

/** A blog in a folder that does not exist yet: its own Galley, two essays, all committed. One has its date from git. */
export function blogIn(folder: string, settings = SMALL): Repository {
  projectCopy(folder);
  writeFiles(folder, { ...ESSAYS, "content/site.yaml": settings, ".gitignore": IGNORED });
  const repository = repositoryIn(folder);
  repository.commit("2026-05-01T00:30:00+01:00");
  return repository;
}

/** Runs the Galley of a blog in its folder. */
export const galleyOf = (
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> =>
  ended(process.execPath, [join(folder, "bin/galley.js"), ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
