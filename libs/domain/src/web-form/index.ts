export * from './judge-post.ts';
export * from './read-question.ts';
export * from './case-page.ts';
