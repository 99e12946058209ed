import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { startPreview, type Answer } from "../support/preview.ts";
import { repositoryIn, type Repository } from "../support/repository.ts";
import { essay, LAYOUT, layoutSaying, smallSite } from "./small-site.ts";

const NAMES = "amber birch cedar dune ember fern grove heath iris juniper".split(" ");
const pathOf = (name: string): string =>
  `content/essays/2024-03-0${1 + (name.length % 9)}-${name}.md`;

/** A branch: its essays by name, and what its layout says. */
interface Branch {
  readonly essays: Readonly<Record<string, string>>;
  readonly layout: string;
}

const everywhere = Object.fromEntries(NAMES.map((name) => [name, `About ${name}, on main.`]));
const { amber: _, birch, ...rest } = everywhere;
const branches: Readonly<Record<string, Branch>> = {
  main: { essays: everywhere, layout: "the layout of main" },
  // One essay is gone, one renamed, two are changed and two are new.
  side: {
    essays: {
      ...rest,
      moved: birch!,
      cedar: "Cedar aside.",
      dune: "Dune aside.",
      kelp: "Kelp.",
      lime: "Lime.",
    },
    layout: "the layout of main",
  },
  redesign: { essays: { ...rest, amber: "Amber anew.", birch: birch! }, layout: "a new layout" },
};

let repository: Repository | undefined;
const preview = await startPreview(
  { after },
  {
    files: smallSite.files,
    prepare(folder) {
      smallSite.prepare!(folder);
      repository = branch(folder);
    },
  },
);

/** Each branch grows from the first commit, which holds the code and no essays. */
function branch(folder: string): Repository {
  writeFileSync(join(folder, ".gitignore"), "node_modules\n.galley\n");
  rmSync(join(folder, "content/essays"), { recursive: true });
  const repository = repositoryIn(folder);
  const { git, commit } = repository;
  commit("2024-04-01T12:00:00Z");
  git("branch", "trunk");
  for (const [name, { essays, layout }] of Object.entries(branches)) {
    git("checkout", "--quiet", "-B", name, "trunk");
    for (const [essayName, words] of Object.entries(essays)) writeEssay(folder, essayName, words);
    writeFileSync(join(folder, LAYOUT), layoutSaying(layout));
    commit("2024-04-02T12:00:00Z");
  }
  git("checkout", "--quiet", "main");
  return repository;
}

function writeEssay(folder: string, name: string, words: string): void {
  const path = join(folder, pathOf(name));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, essay(words));
}

/** Waits until the site is the one of a branch: its pages and no others, with its words and its layout. */
async function shows(name: string): Promise<void> {
  const { essays, layout } = branches[name]!;
  const urls = Object.keys(essays).map((essayName) => `/essays/${essayName}/`);
  const isListed = ({ body }: Answer): boolean => {
    const listed = Array.from(
      body.matchAll(/example\.org(\/essays\/[^<]+\/)<\/loc>/g),
      ([, url]) => url!,
    );
    return isDeepStrictEqual(listed.toSorted(), urls.toSorted());
  };
  await preview.until("/sitemap.xml", `exactly the essays of ${name}`, isListed);
  for (const [essayName, words] of Object.entries(essays)) {
    const { body } = await preview.shows(`/essays/${essayName}/`, words);
    if (!body.includes(layout)) await preview.shows(`/essays/${essayName}/`, layout);
  }
  const all = Object.values(branches).flatMap((branch) => Object.keys(branch.essays));
  for (const absent of all.filter((essayName) => !Object.hasOwn(essays, essayName))) {
    await preview.lacks(`/essays/${absent}/`);
  }
}

for (const way of [
  ["main", "side", "main"],
  ["side", "redesign", "side"],
  ["redesign", "main"],
]) {
  test(`shows exactly the pages of the branch that was switched to: ${way.join(", then ")}`, async () => {
    for (const name of way) {
      repository!.git("checkout", "--quiet", name);
      await shows(name);
    }
  });
}

test("shows the pages of the last branch, when branches are switched faster than they are built", async () => {
  for (const name of ["main", "redesign", "side", "main", "side", "redesign"]) {
    repository!.git("checkout", "--quiet", name);
  }
  await shows("redesign");
  repository!.git("checkout", "--quiet", "main");
  await shows("main");
});
