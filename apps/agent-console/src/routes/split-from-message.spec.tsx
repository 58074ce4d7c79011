import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, mia } from '../testing/a-desk.ts';
import { aCase, aCaseSummary, aFeedMessage } from '../testing/facts.ts';
import { expectAccessible, renderConsole } from '../testing/render-screen.tsx';

const ana = aCaseSummary({ id: 1042, subject: 'Espresso machine leaks' });
const leak = aFeedMessage({ id: 71, sequence: 1, text: 'It still drips.' });
const invoice = aFeedMessage({ id: 72, sequence: 2, text: 'And where is my invoice?' });
const thanks = aFeedMessage({ id: 73, sequence: 3, text: 'I need it for the tax office.' });

function deskWith(...items: object[]) {
  return aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'cases:merge'] },
    'GET /cases': { items: [ana], next: null },
    'GET /filters/1/cases': { items: [ana], next: null },
    'GET /cases/1042': aCase({ ...ana, status: 'open' }),
    'GET /cases/1042/feed': { items, next: null },
    'GET /cases/1042/draft': { draft: null },
    'POST /cases/1042/split': () => json(aCase({ id: 1043 }), 201),
  });
}

async function openMenuOf(index: number) {
  const menus = await screen.findAllByRole('button', { name: 'What to do with this message' }, { timeout: 10_000 });
  await userEvent.click(menus[index]!);
}

describe('the menu of a message', { timeout: 30_000 }, () => {
  it('begins to split the case there: more is picked in the feed, then one says how', async () => {
    const desk = deskWith(leak, invoice, thanks);
    renderConsole(desk, '/cases/inbox/1042');
    await openMenuOf(1);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Split off from here…' }));
    const boxes = await screen.findAllByRole('checkbox', { name: /^Message of/ });
    expect(boxes.map((box) => 'checked' in box && box.checked)).toEqual([false, true, false]);
    expect(screen.getByText('1 entry picked')).toBeTruthy();
    await userEvent.click(boxes[2]!);
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Split…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Split off 2 messages' }));
    await waitFor(() => expect(desk.asked('POST /cases/1042/split')[0]?.body).toMatchObject({ messageIds: [72, 73] }));
  });

  it('offers no splitting where there is nothing to be left behind', async () => {
    renderConsole(deskWith(leak), '/cases/inbox/1042');
    await openMenuOf(0);
    expect(screen.getByRole('menuitem', { name: 'Forward this message' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: /Split/ })).toBeNull();
  });

  it('lets go of what was picked on Escape', async () => {
    renderConsole(deskWith(leak, invoice), '/cases/inbox/1042');
    await openMenuOf(1);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Split off from here…' }));
    await screen.findByText('1 entry picked');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('1 entry picked')).toBeNull());
  });
});
