/** What the commands use of Eleventy's class; Eleventy 3.1 comes without types. */
declare module "@11ty/eleventy" {
  export default class Eleventy {
    constructor(input?: string, output?: string, options?: Readonly<Record<string, unknown>>);
    readonly watcher: {
      on(event: string, listener: (path: string) => void): void;
      getWatched(): Readonly<Record<string, readonly string[]>>;
    };
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<unknown>;
    /** Resolves, once everything is watched, to what asks for a build because of a path. */
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port?: number): Promise<void>;
    stopWatch(): Promise<void>;
  }
}
