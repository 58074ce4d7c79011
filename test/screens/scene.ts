import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Before } from './doings.ts';
import type { Find } from './find.ts';

/** Which desk a scene is played on: the demo's, one with 5,000 cases and long names, one where nothing happened yet. */
export type Stage = 'demo' | 'full' | 'empty';

export interface Scene {
  /** The name below the picture, and of its file. */
  name: string;
  path: string | Find;
  stage?: Stage;
  language?: 'en' | 'de';
  /** Whose session it is; the administrator's by default. */
  as?: 'agent';
  /** What happens on the desk before anybody looks. */
  before?: Before;
  /** What this browser was told to remember: the theme, the density. */
  remembers?: Readonly<Record<string, string>>;
  /** What the person's system asks for. */
  system?: Pick<BrowserContextOptions, 'contrast' | 'forcedColors'>;
  /** What a person does before the picture is taken. */
  prepare?: (page: Page) => Promise<void>;
  /** Needs no session. */
  isPublic?: boolean;
}
