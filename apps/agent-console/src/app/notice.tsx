import type { ReactNode } from 'react';
import { words } from './words.ts';

/** A page that says one thing, in the middle. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <main className="app-notice">
      <h1 className="bu-hidden">{words.product}</h1>
      {children}
    </main>
  );
}
