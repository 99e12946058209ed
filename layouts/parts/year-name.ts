/** A year of the archive as people read it; essays without a date have a page as if it were a year. */
export const yearName = (year: string): string => (year === "undated" ? "Undated" : year);
