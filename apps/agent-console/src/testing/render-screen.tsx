import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { useSessionState } from '@bureau/client';
import { expect } from 'vitest';
import { Providers } from '../app/providers.tsx';
import { createConsoleRouter } from '../app/router.tsx';
import type { Desk } from './a-desk.ts';

/** Draws a part of the console for somebody who is signed in, at an address of its own. */
export function renderPart(desk: Desk, part: ReactNode) {
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const place = createRootRoute({ component: () => <WhenSignedIn>{part}</WhenSignedIn> });
  const router = createRouter({ routeTree: place, history });
  return render(
    <Providers client={desk.client} queries={desk.queries} navigate={() => undefined}>
      {/* The types know the console's own router; a part is drawn in one with a single place. */}
      <RouterProvider router={router as never} />
    </Providers>,
  );
}

/** Draws the whole console at an address. */
export function renderConsole(desk: Desk, address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createConsoleRouter(history);
  render(
    <Providers client={desk.client} queries={desk.queries} navigate={(href) => router.history.push(href)}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { router, address: () => router.state.location.pathname };
}

/** Everything that axe can see without a layout; contrast is proved with the tokens. */
export async function expectAccessible(): Promise<void> {
  // react-aria's announcer stays behind between tests, with images whose words are gone.
  const page = { include: document.body, exclude: ['[data-live-announcer]'] };
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(page, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

function WhenSignedIn({ children }: { children: ReactNode }) {
  return useSessionState().session ? children : null;
}
