import { words } from '../../language/words.ts';

/** What stands beside a case of other programs. */
export const integrationPaneWords = words('integration-pane', {
  title: 'Integrations',
  failed: 'The integrations could not be loaded.',
  again: 'Try again',
  openNew: (name: string) => `${name}, opens in a new tab`,
  inTab: 'Open in a new tab',
  opening: 'It is being opened …',
  notOpened: 'The app could not be opened.',
  later: 'It was set up after you had opened Bureau: load the page anew to see it.',
  reload: 'Load anew',
  reloadOf: (name: string) => `Load anew: ${name}`,
});
