/** A draft is read as it was written: the space before the next word, and two of them, are the writer's own. */
export const AS_WRITTEN = { preserveWhitespace: true } as const;
