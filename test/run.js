/**
 * Runs a suite with node's test runner. Node 20 takes neither globs nor folders of .ts files, so the files are listed
 * here; a suite without any is a mistake.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tsImport } from "tsx/esm/api";

const suites = {
  unit: (file) => !file.startsWith("system/"),
  system: (file) => file.startsWith("system/"),
};

const [suite = "unit", ...words] = process.argv.slice(2);
const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && suites[suite](file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .toSorted();

if (files.length === 0) {
  console.error(`No test file of the suite "${suite}" matches ${words.join(", ") || "*.test.ts"}.`);
  process.exit(1);
}

if (suite === "unit" && words.length === 0) console.log(leftToSystem());
if (files.some((file) => file.startsWith("browser/"))) await provideBrowser();

const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "--test", ...files.map((file) => join(folder, file))],
  { stdio: "inherit", cwd: join(folder, "..") },
);
process.exitCode = status ?? 1;

/** The tests that need more than Node, git and a browser, with what they need. */
function leftToSystem() {
  const { tests } = JSON.parse(readFileSync(join(folder, "system/programs.json"), "utf8"));
  const lines = Object.values(tests).map(({ shows, needs }) => `  ${shows}: ${needs.join(", ")}`);
  return `Not tested here, but by \`npm run test:system\`, with these Debian packages:\n${lines.join("\n")}\n`;
}

/** Finds or installs the browser once, before test files that run side by side would each do so. */
async function provideBrowser() {
  const { chromiumPath } = await tsImport("./support/find-chromium.ts", import.meta.url);
  try {
    process.env.GALLEY_CHROMIUM = chromiumPath();
  } catch (error) {
    console.error(error.message);
  }
}
