export { handleOf, PostAuthor } from './post-author.tsx';
export { PostMarks } from './post-marks.tsx';
export { PostText } from './late-post-text.tsx';
export { postWords } from './post.words.ts';
