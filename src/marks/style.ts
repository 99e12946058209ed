/**
 * How marks look: as a proof-reader's, labelled in pencil and bracketed, in the page's own colours where its style sheet
 * has them. Only previews have this sheet.
 */
export const MARK_STYLE = `:root {
  --said-ink: var(--ink, #1d1b18);
  --said-pencil: var(--accent, #9c1f1f);
  --said-wash: #f7e3dc;
  --said-faint: #ece8df;
}

@media (prefers-color-scheme: dark) {
  :root {
    --said-ink: var(--ink, #e9e4da);
    --said-pencil: var(--accent, #f2a48f);
    --said-wash: #45241d;
    --said-faint: #35322d;
  }
}

.said-copy,
.said-other {
  padding-block: 0.1em;
  color: var(--said-ink);
  background: var(--said-wash);
}

.said-other {
  background: var(--said-faint);
}

.said-changed {
  background: none;
  text-decoration: underline dashed var(--said-pencil) 2px;
  text-underline-offset: 0.25em;
}

/* Said in pencil, before the bracket that begins the passage. */
.said-label {
  color: var(--said-pencil);
  font-size: 0.825rem;
  font-style: normal;
  font-weight: 650;
  letter-spacing: normal;
  scroll-margin-block: 30vh;
}

.said-label a {
  color: inherit;
}

.said-label:target {
  outline: 3px solid var(--said-pencil);
  outline-offset: 2px;
}

.said-begin,
.said-end {
  position: relative;
  border: 2px solid var(--said-pencil);
}

.said-begin {
  padding-inline-end: 0.3em;
  border-inline-end: 0;
  font-size: 1rem;
}

.said-end {
  padding-inline-start: 0.3em;
  border-inline-start: 0;
}

.said-unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media print {
  .said-label,
  .said-end {
    display: none;
  }
}
`;
