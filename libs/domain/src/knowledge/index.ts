export * from './channel-body.ts';
export * from './complete-title.ts';
export * from './diff-lines.ts';
export * from './publication.ts';
export * from './search-words.ts';
export * from './slug.ts';
