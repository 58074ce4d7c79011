export * from './judge-post.ts';
export * from './read-question.ts';
