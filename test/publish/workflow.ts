import { Evaluator, Lexer, Parser, data } from "@actions/expressions";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import { parse } from "yaml";
import { ended, type Ended } from "../support/build.ts";

/** What the tests look at in a workflow, as it is written. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export const workflowIn = (text: string): Workflow => parse(text) as Workflow;

/** What GitHub's own parser has against a workflow: its schema, and every expression in it. */
export async function faultsOf(text: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow(
    { name: "workflow.yml", content: text },
    new NoOperationTraceWriter(),
  );
  if (!value) return context.errors.getErrors().map(({ message }) => message);
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return errors.map(({ Message }) => Message);
}

/** What expressions can ask: `github`, `steps`, `needs`, `runner`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What GitHub's own evaluator makes of an expression. */
function valueOf(expression: string, contexts: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(tree, known).evaluate();
}

/** Whether a job or step with this condition is run. */
export function isMet(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  return valueOf(condition, contexts).coerceString() === "true";
}

/** A text with its expressions filled in. */
export const filled = (text: string, contexts: Contexts): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) =>
    valueOf(expression.trim(), contexts).coerceString(),
  );

/** How a runner starts a step that names no shell: https://docs.github.com/actions/reference/workflow-syntax#jobsjob_idstepsshell */
const SHELL = ["-e"];

/** Runs a step as a runner would. */
export function run(
  { run: script = "", env = {} }: Step,
  {
    cwd,
    env: around,
    contexts,
  }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly contexts: Contexts },
): Promise<Ended> {
  const own = Object.entries(env).map(([name, text]) => [name, filled(text, contexts)]);
  return ended("bash", [...SHELL, "-c", filled(script, contexts)], {
    cwd,
    env: { ...around, ...Object.fromEntries(own) },
  });
}
