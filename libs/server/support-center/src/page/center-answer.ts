import type { Readable } from 'node:stream';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import type { ThemePage } from '../theme/theme-pages.ts';
import type { PageHead } from './page-head.ts';

/** A page of the theme. */
export interface PageAnswer {
  page: ThemePage;
  title: string;
  objects: LiquidObjects;
  /** Default 200. */
  status?: number;
  head?: PageHead;
  /**
   * Seconds for which the very same page may be given to every guest. It is forgotten earlier when `PageCache.forget`
   * is told that something public of the brand changed. Leave it out for what shows anything of the visitor.
   */
  cacheSeconds?: number;
  /** Called each time that the page is sent, also when it is the kept one: to count who reads it. It must not fail or wait. */
  shown?: () => void;
  /** Set-Cookie headers. */
  cookies?: readonly string[];
}

/** What a page answers: a page of the theme, a way on, data for our script, or bytes. */
export type CenterAnswer =
  | PageAnswer
  /** 303 to a path of this host (with the base); the notice is shown once, on the next page. */
  | { redirect: string; notice?: string; permanent?: boolean; cookies?: readonly string[] }
  | { json: unknown; status?: number; cacheSeconds?: number; cookies?: readonly string[] }
  | { file: { content: Readable | Buffer | string; headers: Record<string, string> } };
