/** Everything that a page for guests depends on. */
export interface PageKey {
  brandVersion: string;
  language: string;
  wantsJson: boolean;
  base: string;
  /** As it was asked for, with the query. */
  originalUrl: string;
}

export function writePageKey({ brandVersion, language, wantsJson, base, originalUrl }: PageKey): string {
  return `${brandVersion} ${language} ${wantsJson ? 'json' : 'html'} ${base} ${originalUrl}`;
}

/** Whether a script of ours asks, which wants data instead of a page. */
export function isForScript(accept: string | undefined): boolean {
  return accept !== undefined && /\bapplication\/json\b/.test(accept) && !/\btext\/html\b/.test(accept);
}
