import error from './default/error.liquid?raw';
import layout from './default/layout.liquid?raw';
import page_index from './default/page_index.liquid?raw';

/** The templates of the default theme, by Desk.com's names of pages. */
export const DEFAULT_PAGES = {
  error,
  page_index,
} as const satisfies Record<string, string>;

export type ThemePage = keyof typeof DEFAULT_PAGES;

export const DEFAULT_LAYOUT = layout;
