/** Runs in a page, as an expression: what a test asks of the document that the browser made of it. */
(() => {
  const elements = [...document.querySelectorAll("*")];
  const valuesOf = (name) =>
    elements
      .filter((element) => element.hasAttribute(name))
      .map((element) => element.getAttribute(name));
  const { scrollWidth, clientWidth } = document.documentElement;

  const addresses = [
    ...document.querySelectorAll("meta[property='og:url'], meta[http-equiv=refresh]"),
  ].map(({ content }) => content.replace(/^\d+; url=/, ""));

  const variants = valuesOf("srcset").flatMap((set) =>
    set.split(", ").map((one) => one.split(" ")[0]),
  );

  const isVoid = (element) => !element.outerHTML.endsWith(`</${element.localName}>`);
  const tagsOf = (element) => [
    element.localName,
    ...[...element.children].flatMap(tagsOf),
    ...(isVoid(element) ? [] : [`/${element.localName}`]),
  ];

  return {
    text: document.body.innerText,
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent),
    ids: valuesOf("id"),
    targets: [...valuesOf("href"), ...valuesOf("src"), ...variants, ...addresses],
    overflow: scrollWidth - clientWidth,
    tags: tagsOf(document.documentElement),
    attributes: elements.flatMap((element) => element.getAttributeNames()),
    scripts: [...document.scripts].map(({ type }) => type),
    canary: window.__canary && String(window.__canary),
  };
})();
