export { Html, html, raw, type Part } from "../src/text/html.ts";
