/** Runs in a page, as an expression: what a reader who goes by keyboard meets where the focus is. */
(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;

  const colours = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  /** A colour in sRGB, as it is seen on another: `[red, green, blue]`, each up to 255. */
  function seen(colour, below) {
    colours.fillStyle = below;
    colours.fillRect(0, 0, 1, 1);
    colours.fillStyle = colour;
    colours.fillRect(0, 0, 1, 1);
    return [...colours.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  /** Relative luminance, as WCAG 2.2 defines it. */
  function luminance(rgb) {
    const [red, green, blue] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(colour, ground) {
    const [a, b] = [luminance(seen(colour, ground)), luminance(seen(ground, "white"))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { backgroundColor } = getComputedStyle(document.body);
  const hasOutline = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;

  // A link that wraps has a box on each line: what is between them is not the link's.
  const [box] = element.getClientRects();
  const { left, top, width, height } = box ?? new DOMRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);

  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    markup: element.cloneNode(false).outerHTML,
    shown: width > 1 && height > 1 && hit !== null && element.contains(hit),
    outline: hasOutline ? contrast(outlineColor, backgroundColor) : 0,
  };
})();
