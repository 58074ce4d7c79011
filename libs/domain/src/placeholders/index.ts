export * from './built-in-templates.ts';
export { checkPlaceholders, checkTemplate, type CheckOptions } from './check-placeholders.ts';
export { fillHtml, fillText, type PlaceholderValues } from './fill.ts';
export * from './fill-template.ts';
export { FILTER_NAMES } from './filters.ts';
export * from './normalise-template.ts';
export { readPlaceholders } from './read-placeholders.ts';
export { textOfHtml } from './text-of-html.ts';
export * from './vocabulary.ts';
