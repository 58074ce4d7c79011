import { words } from '../../language/words.ts';

/** What the tabs above the case say. */
export const tabsWords = words('case-tabs', {
  label: 'Open cases',
  noSubject: '(no subject)',
  gone: 'This case is gone, or you may not see it any more.',
  preview: 'Not kept: another case from the list takes its place.',
  draft: 'Unsent draft',
  news: 'The customer has written',
  close: (title: string) => `Close ${title}`,
  more: (count: number) => (count === 1 ? '1 more tab' : `${count} more tabs`),
  moreNews: 'with news',
  reopened: 'No tab was closed lately.',
  shortcuts: {
    section: 'Tabs',
    next: 'Next tab',
    previous: 'Previous tab',
    nth: (place: number) => `Tab ${place}`,
    close: 'Close the tab',
    closeOthers: 'Close all other tabs',
    reopen: 'Bring back the tab closed last',
    keep: 'Keep this case as a tab',
  },
});
