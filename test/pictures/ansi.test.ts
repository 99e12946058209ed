import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlOfTerminal } from "../../pictures/ansi.ts";

const markupOf = (output: string): string => htmlOfTerminal(output).toString();

test("colours and weights become spans, one inside the time of another", () => {
  assert.equal(
    markupOf("plain \u001b[1mbold \u001b[33mand yellow\u001b[39m bold\u001b[22m plain"),
    `plain <span class="bold">bold </span><span class="bold yellow">and yellow</span><span class="bold"> bold</span> plain`,
  );
});

test("text is text", () => {
  assert.equal(markupOf("<b> & {{ x }}"), "&lt;b&gt; &amp; {{ x }}");
});

test("a line that was written over is as it was left", () => {
  assert.equal(markupOf("half\r\u001b[2Kdone\r\nnext\n\n"), "done\nnext");
});

test("a colour that pictures do not have is an error", () => {
  assert.throws(() => markupOf("\u001b[45mpurple"), /45/);
});
