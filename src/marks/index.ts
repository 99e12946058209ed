export { markedPage, STYLESHEET } from "./marked-page.ts";
export { hasMarks, idOfCopy, marksIn } from "./marks.ts";
export { MARK_STYLE } from "./style.ts";
