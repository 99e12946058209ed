/** Loaded with `--import`: a machine whose clock is years ahead and stands still. */
const NOW = Date.parse("2031-07-17T13:45:00Z");
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [NOW] : parts));
  }

  static now() {
    return NOW;
  }
};
