/** Runs in a page, as an expression: what moves on it although it need not, in words. */
(() => {
  const isLong = (times) => times.split(",").some((time) => parseFloat(time) > 0);

  function motionOf(element, part) {
    const style = getComputedStyle(element, part);
    const name = `<${element.localName}${part ?? ""}>`;
    return [
      ...(isLong(style.transitionDuration) ? [`${name} has a transition`] : []),
      ...(style.animationName !== "none" && isLong(style.animationDuration)
        ? [`${name} is animated`]
        : []),
      ...(style.scrollBehavior === "smooth" ? [`${name} scrolls smoothly`] : []),
    ];
  }

  /** The rules that hold now, those in `@media` and the like included. */
  function rulesIn(sheet) {
    return [...sheet.cssRules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) return [];
      return [rule, ...(rule.cssRules ? rulesIn(rule) : [])];
    });
  }

  const fades = [...document.styleSheets]
    .flatMap(rulesIn)
    .filter((rule) => rule.constructor.name === "CSSViewTransitionRule")
    .filter(({ navigation }) => navigation === "auto");

  return [
    ...[...document.querySelectorAll("*")].flatMap((element) =>
      [undefined, "::before", "::after"].flatMap((part) => motionOf(element, part)),
    ),
    ...fades.map(() => "pages fade into each other"),
  ];
})();
