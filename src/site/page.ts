import { hash } from "node:crypto";
import type { Essay } from "../essays/essay.ts";
import type { Body, Props } from "./props.ts";
import type { Output } from "./site.ts";

/** Gives the rendered text of an essay, page or description, with its links resolved. */
export type BodyOf = (essay: Essay) => Body;

/** A page to be: where it goes, and the props that its layout gets, which are all that it is made of. */
export interface Page extends Output {
  /** The texts whose bodies are in the props. */
  readonly shows: readonly Essay[];
  props(bodyOf: BodyOf): Props;
}

/** Two pages with one fingerprint are the same bytes, as long as the code is the same. */
export const fingerprintOf = (props: Props): string => hash("sha1", JSON.stringify(props));
