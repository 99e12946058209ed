/**
 * Searches the site, on its search page alone. Pagefind, which made the index, is loaded when somebody searches. What it
 * finds becomes text: no word of an essay, a title or a query is ever read as HTML.
 */

/** Results to show at once, and to add at each press of the button. */
const SOME = 10;
const MOST_HEADINGS = 3;
/** Whoever types on is not searched for yet. */
const PAUSE_MS = 200;
/** What takes longer is worth a word. */
const PATIENCE_MS = 400;

const scripts = "Han Hira Kana Bopo Yi Nshu Tang Thai Laoo Khmr Mymr Tale Talu Lana Tavt Java Bali";
/** A letter of a script without spaces, as `src/text/letters.ts` has it, with the marks on it. */
const letter = `(?=[\\p{L}\\p{N}])[${scripts.replace(/(\w+) ?/g, "\\p{scx=$1}")}]\\p{M}*`;
const letters = new RegExp(letter, "gu");
const oneRun = new RegExp(`^(?:${letter})+$`, "u");

/** What the index is asked: it knows each such letter as a word, and they are to follow each other. */
export function queryFor(words) {
  const query = words.replace(letters, " $& ").replace(/\s+/g, " ").trim();
  return oneRun.test(words) ? `"${query}"` : query;
}

/** Text as it was written: in the index, a word joiner and a space stand where there was nothing. */
export const written = (text) => text.replaceAll("\u2060 ", "").replaceAll("\u2060", "");

/** An excerpt in runs, every other one marked. Pagefind escapes the `<` and `>` of a text, and no more. */
export function runsOf(excerpt) {
  const whole = excerpt.replace(/\u2060(<\/mark>)? /g, "$1").replace(/<\/mark>( ?)<mark>/g, "$1");
  const runs = whole.split(/<mark>(.*?)<\/mark>/s);
  return runs.map((run) => written(run.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
}

/** What an excerpt of Pagefind's leaves out of its text, where it does: dots before and behind it. */
export function dotsAround({ plain_excerpt: plain, raw_content: content }) {
  const whole = content.replace(/\s+/g, " ").trim();
  return [whole.startsWith(plain) ? "" : "… ", whole.endsWith(plain) ? "" : " …"];
}

function make(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function linkTo(url, text) {
  const link = make("a", text);
  link.href = url;
  return link;
}

function excerptOf(found) {
  const line = make("p");
  const [before, behind] = dotsAround(found);
  const runs = runsOf(found.excerpt).map((run, i) => (i % 2 === 1 ? make("mark", run) : run));
  line.append(before, ...runs, behind);
  return line;
}

/** As all pages of the site write dates: `layouts/parts/date.ts`. */
function timeOf(day, language) {
  const inEnglish = () =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  const time = make("time", /^en\b/i.test(language) ? inEnglish() : day);
  time.dateTime = day;
  time.lang = language;
  time.dir = "auto";
  return time;
}

function resultOf(found, language) {
  const { url, meta, sub_results: parts } = found;
  const result = make("li");
  result.className = "search-result";
  if (meta.lang) result.lang = meta.lang;
  result.dir = "auto";
  const title = make("h2");
  title.append(linkTo(url, written(meta.title)));
  result.append(title);
  if (meta.date) result.append(timeOf(meta.date, language));
  result.append(excerptOf(found));
  const headings = parts.filter(({ anchor }) => anchor).slice(0, MOST_HEADINGS);
  if (headings.length > 0) result.append(make("ul"));
  for (const part of headings) {
    const item = make("li");
    item.append(linkTo(part.url, written(part.title)));
    result.lastChild.append(item);
  }
  return result;
}

/** What is found for nothing but the code of its language is not meant. */
const isMeant = ({ words, matchedMetaFields = [] }) =>
  words.length > 0 || matchedMetaFields.some((field) => field !== "lang");

function summaryOf(count, words) {
  if (count === 0) return `Nothing was found for “${words}”.`;
  return `${count === 1 ? "1 result" : `${count} results`} for “${words}”`;
}

/**
 * Loads Pagefind with all parts of the index. Words that differ in accents alone are one word to it, of which a phrase
 * would miss all but one: so it compares the letters of a phrase, `か` and `が` among them, as they are.
 */
async function openIndex({ index, parts }, exactDiacritics) {
  const { createInstance } = await import(`${index}0/pagefind.js`);
  const pagefind = createInstance({ basePath: `${index}0/`, noWorker: true, exactDiacritics });
  const others = Array.from({ length: parts - 1 }, (_, i) => `${index}${i + 1}/`);
  await Promise.all(others.map((part) => pagefind.mergeIndex(part, { exactDiacritics })));
  return pagefind;
}

const isPhrase = (query) => query.startsWith('"');

function start(form) {
  const field = form.querySelector("input");
  const status = document.querySelector(".search-status");
  const results = document.querySelector(".search-results");
  const atFirst = [...results.childNodes];
  const { language } = form.dataset;
  const indexes = new Map();
  let turn = 0;
  let timer;

  function open(isExact) {
    const index = indexes.get(isExact) ?? openIndex(form.dataset, isExact);
    indexes.set(isExact, index);
    // A reader who is back online may try again.
    index.catch(() => indexes.delete(isExact));
    return index;
  }

  async function search() {
    clearTimeout(timer);
    const own = ++turn;
    const words = field.value.trim();
    const url = new URL(location);
    if (words === "") url.searchParams.delete("q");
    else url.searchParams.set("q", words);
    history.replaceState(null, "", url);
    if (words === "") return show("", atFirst);
    const patience = setTimeout(() => (status.textContent = "Searching…"), PATIENCE_MS);
    try {
      const query = queryFor(words);
      const pagefind = await open(isPhrase(query));
      const found = (await pagefind.search(query)).results.filter(isMeant);
      const list = make("ol");
      await add(list, found);
      if (own === turn)
        show(summaryOf(found.length, words), found[0] ? shown(list, found) : atFirst);
    } catch {
      if (own === turn) show("The search could not be loaded. Please try again.", atFirst);
    } finally {
      clearTimeout(patience);
    }
  }

  function show(said, nodes) {
    status.textContent = said;
    results.replaceChildren(...nodes);
  }

  async function add(list, found) {
    const from = list.children.length;
    const some = await Promise.all(found.slice(from, from + SOME).map((each) => each.data()));
    if (list.children.length === from) list.append(...some.map((each) => resultOf(each, language)));
    return list.children[from];
  }

  /** The list, and a button that goes on with the first of the results that it adds. */
  function shown(list, found) {
    if (list.children.length === found.length) return [list];
    const more = make("button", "More results");
    more.addEventListener("click", async () => {
      const first = await add(list, found);
      if (list.children.length === found.length) more.remove();
      first.querySelector("a").focus();
    });
    return [list, more];
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void search();
  });
  field.addEventListener("focus", () => open(false).catch(() => {}));
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    field.value = "";
    void search();
  });
  field.value ||= new URL(location).searchParams.get("q") ?? "";
  void search();
}

const form = globalThis.document?.querySelector("form.search");
if (form) start(form);
