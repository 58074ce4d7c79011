import type { UserActionInput } from '../x/user-action.ts';

/** Does something on X, and returns the id of the post that it became, if it became one. */
export type ActOnX = (action: UserActionInput) => Promise<string>;

/** What the customers of the demo's two brands say on X when their desk begins to listen. */
export async function tellOnX(act: ActOnX): Promise<void> {
  const praise = await act({
    ...{ kind: 'post', as: 'thebeanpost' },
    text: 'This week’s cup: Guji natural by @larkspurcoffee. Peach, black tea, gone in one sitting. Where on the bag do I find the day of roasting? #coffee',
  });
  const seam = await act({
    ...{ kind: 'post', as: 'mayapaddles' },
    text: '@tidelinegear my dry bag lets water in at the seam after one season. Is that one for your repair shop?',
  });
  const where = 'Bottom left, beside the valve: day and batch.';
  const answered = await act({ kind: 'reply', as: 'larkspurcoffee', to: praise, text: where });
  const late = await act({
    ...{ kind: 'post', as: 'tomashby_' },
    text: '@larkspurcoffee third late delivery in a row. Three shops without espresso on a Saturday. Anybody there?',
  });
  await act({ kind: 'reply', as: 'thebeanpost', to: answered, text: 'Found it, eleven days old. Thank you!' });
  await act({
    ...{ kind: 'message', as: 'jonas_weber', to: 'larkspurcoffee' },
    text: 'Guten Tag, unser Büro-Abo kam diesen Monat mit 1 kg statt 3 kg. Können Sie bitte nachsehen?',
  });
  await act({
    ...{ kind: 'edit', post: seam },
    text: '@tidelinegear my Drift 20 dry bag lets water in at the seam after one season. Is that one for your repair shop?',
  });
  await act({ kind: 'message', as: 'jonas_weber', to: 'larkspurcoffee', text: 'Die Bestellnummer ist LC-20418.' });
  await act({
    ...{ kind: 'post', as: 'anacafe_porto' },
    text: '@larkspurcoffee enviam amostras de torra para o Porto? Abrimos em janeiro.',
  });
  await act({ kind: 'delete', post: late });
}
