import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { append, folderIn, workflowIn } from "../../src/io/workflow.ts";
import { temporaryFolder } from "../support/folders.ts";

const ENVIRONMENT = {
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_REPOSITORY: "me/site",
  GITHUB_SHA: "abc",
  GITHUB_WORKSPACE: "/work/site",
  GITHUB_STEP_SUMMARY: "/tmp/summary",
};

describe("a workflow of GitHub's", () => {
  it("says where its repository, its folder and its summary are", () => {
    assert.deepEqual(workflowIn(ENVIRONMENT), {
      repository: "https://github.example/me/site/blob/abc/",
      workspace: "/work/site",
      summary: "/tmp/summary",
    });
  });

  it("is none where the environment says nothing", () => {
    const nothing = { repository: undefined, workspace: undefined, summary: undefined };
    assert.deepEqual(workflowIn({}), nothing);
    assert.deepEqual(workflowIn({ GITHUB_STEP_SUMMARY: "", GITHUB_SHA: "abc" }), nothing);
  });

  it("names folders as its repository does, and none outside", () => {
    const workflow = workflowIn(ENVIRONMENT);
    assert.equal(folderIn(workflow, "/work/site/blog/content"), "blog/content");
    assert.equal(folderIn(workflow, "/work/site/..notes"), "..notes");
    assert.equal(folderIn(workflow, "/work/site"), ".");
    assert.equal(folderIn(workflow, "/work/sites"), undefined);
    assert.equal(folderIn(workflow, "/work"), undefined);
    assert.equal(folderIn(workflowIn({}), "/work/site/content"), undefined);
  });

  it("gets text behind what its summary holds", (t) => {
    const file = join(temporaryFolder(t), "summary.md");
    const sizes: number[] = [];
    const add = (text: string) =>
      append(file, (size) => {
        sizes.push(size);
        return text;
      });
    add("one\n");
    writeFileSync(file, "größer\n");
    add("two\n");
    assert.deepEqual(sizes, [0, 9]);
    assert.equal(readFileSync(file, "utf8"), "größer\ntwo\n");
  });
});
