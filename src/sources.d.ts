export function sourcesName(root: string): string;
