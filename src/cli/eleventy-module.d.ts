/** What the commands use of Eleventy's class; Eleventy 3.1 comes without types. */
declare module "@11ty/eleventy" {
  export default class Eleventy {
    constructor(input?: string, output?: string, options?: Readonly<Record<string, unknown>>);
    /** Where a preview's failures arrive that no build tells of. */
    readonly errorHandler: { error: (error: unknown) => void };
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<unknown>;
    /** Builds, and resolves once everything is watched, to what builds again because of a path. */
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port?: number): Promise<void>;
    stopWatch(): Promise<void>;
  }
}
