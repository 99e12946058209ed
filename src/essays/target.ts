const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Whether a target names another site, or no site at all (`mailto:`). */
export const isElsewhere = (target: string): boolean => SCHEME.test(target);
