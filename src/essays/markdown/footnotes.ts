import type { Env, MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import plugin from "markdown-it-footnote";

/** A note as the plugin lists it: one with a label, or an inline note with its tokens. */
interface Listed {
  readonly label?: string;
  readonly content?: string;
  readonly tokens?: Token[];
  /** References to a labelled note. */
  readonly count?: number;
}

interface Note {
  readonly tokens: readonly Token[];
  readonly references: number;
}

/** What the plugin keeps in `env.footnotes`. */
interface Notes {
  list?: Listed[];
}

/** The notes that are referred to, in the order of their first reference. */
export const notesIn = (env: Env): readonly Listed[] =>
  (env["footnotes"] as Notes | undefined)?.list ?? [];

/**
 * Footnotes that lose no text, whatever a writer does: notes that nothing refers to are listed last, and
 * so is a second note of one label; a note inside a note stands for itself.
 */
export function keepFootnotes(md: MarkdownIt): void {
  md.use(plugin);
  md.inline.ruler.at("footnote_inline", inlineNote);
  md.core.ruler.at("footnote_tail", listNotes);
}

/** `^[a note]`. The plugin's own rule gives a note inside it the same number, and loses its words. */
function inlineNote(state: StateInline, silent: boolean): boolean {
  const { src, pos, env, md } = state;
  if (!src.startsWith("^[", pos)) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const note = { content: src.slice(pos + 2, end), tokens: [] };
    const known = (env["footnotes"] ??= {}) as Notes;
    const id = (known.list ??= []).push(note) - 1;
    md.inline.parse(note.content, md, env, note.tokens);
    state.push("footnote_ref", "", 0).meta = { id };
  }
  state.pos = end + 1;
  return true;
}

/** Moves the notes to the end of the text. */
function listNotes(state: StateCore): void {
  const { text, defined } = apart(state.tokens);
  const byLabel = firstsByLabel(defined);
  const referred = notesIn(state.env).map((listed): Note => {
    const definition = byLabel.get(listed.label ?? "");
    if (definition === undefined) return { tokens: asParagraph(listed, state), references: 1 };
    defined.delete(definition);
    return { tokens: definition.tokens, references: listed.count ?? 1 };
  });
  const others = [...defined].map(({ tokens }): Note => ({ tokens, references: 0 }));
  const all = [...referred, ...others];
  state.tokens = text;
  if (all.length === 0) return;

  const add = (type: string, nesting: -1 | 0 | 1, meta: Token["meta"] = null): void => {
    const token = new state.Token(type, "", nesting);
    token.meta = meta;
    state.tokens.push(token);
  };
  add("footnote_block_open", 1);
  all.forEach(({ tokens, references }, id) => {
    add("footnote_open", 1, { id });
    for (const token of tokens) state.tokens.push(token);
    const isParagraph = state.tokens.at(-1)!.type === "paragraph_close";
    const end = isParagraph ? state.tokens.pop() : undefined;
    for (let subId = 0; subId < references; subId++) add("footnote_anchor", 0, { id, subId });
    if (end) state.tokens.push(end);
    add("footnote_close", -1);
  });
  add("footnote_block_close", -1);
}

interface Definition {
  readonly label: string;
  readonly tokens: Token[];
}

/** Tells the text from the notes, and a note from the notes inside it. */
function apart(tokens: readonly Token[]): { text: Token[]; defined: Set<Definition> } {
  const text: Token[] = [];
  const defined = new Set<Definition>();
  const open: Definition[] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const definition = { label: String(token.meta!["label"]), tokens: [] };
      defined.add(definition);
      open.push(definition);
    } else if (token.type === "footnote_reference_close") {
      open.pop();
    } else {
      (open.at(-1)?.tokens ?? text).push(token);
    }
  }
  return { text, defined };
}

function firstsByLabel(defined: Iterable<Definition>): ReadonlyMap<string, Definition> {
  const firsts = new Map<string, Definition>();
  for (const note of defined) if (!firsts.has(note.label)) firsts.set(note.label, note);
  return firsts;
}

function asParagraph(
  { content = "", tokens = [] }: Listed,
  { Token }: StateCore,
): readonly Token[] {
  const inline = new Token("inline", "", 0);
  inline.content = content;
  inline.children = tokens;
  return [new Token("paragraph_open", "p", 1), inline, new Token("paragraph_close", "p", -1)];
}
