import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// jsdom has no CSS object; react-aria asks it to escape ids (CSSOM §2.1, enough for ids React makes).
if (typeof CSS === 'undefined') {
  vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&') });
}

afterEach(cleanup);
