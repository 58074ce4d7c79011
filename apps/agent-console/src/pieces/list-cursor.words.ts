export const listCursorWords = { section: 'List', next: 'Next case', previous: 'Previous case' } as const;
