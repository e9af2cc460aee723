/** What we use of negotiator 1.x; `@types/negotiator` stops at 0.6, which had no `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Readonly<Record<string, string | undefined>> });
    /** The accepted one of `available` that the client likes best. */
    mediaType(available: readonly string[]): string | undefined;
    /** As `mediaType`, for encodings; among equals the first of `preferred`. */
    encoding(
      available: readonly string[],
      options: { readonly preferred: readonly string[] },
    ): string | undefined;
  }
}
