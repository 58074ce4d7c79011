export * from './conditions-of-search.ts';
export * from './highlight.ts';
export * from './parse-search.ts';
export * from './search-query.ts';
