import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftMemory } from './draft-memory.ts';
import { createDraftStore } from './draft-store.ts';
import { emptyWriting } from './writing.ts';
import type { Writing } from './writing.ts';

const memory = () => draftMemory(window.localStorage, 6, 1042);

function aStore(save: (writing: Writing) => Promise<unknown>, given: Partial<Writing> = {}, isUnsaved = false) {
  const discard = vi.fn(() => Promise.resolve());
  const initial = { ...emptyWriting(4, 'k1'), ...given };
  const store = createDraftStore({ initial, isUnsaved, memory: memory(), save, discard, newKey: () => 'k2' });
  return { store, discard };
}

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    window.localStorage.clear();
    return () => vi.useRealTimers();
  });

  it('is in this browser at once and at the desk after a rest', async () => {
    const saved: string[] = [];
    const { store } = aStore(async ({ text }) => saved.push(text));
    store.change({ text: 'Dear' });
    store.change({ text: 'Dear Ana' });
    expect(memory().recall()).toMatchObject({ saved: false, writing: { text: 'Dear Ana', key: 'k1' } });
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(800);
    expect(saved).toEqual(['Dear Ana']);
    expect(store.get().saving).toBe('saved');
    expect(memory().recall()?.saved).toBe(true);
  });

  it('says that it is kept here while the desk is away, and saves once it is back', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined);
    const { store } = aStore(save);
    store.change({ text: 'Dear Ana' });
    await vi.advanceTimersByTimeAsync(800);
    expect(store.get().saving).toBe('kept-here');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.get().saving).toBe('saved');
  });

  it('saves at once what an earlier visit left only in this browser', async () => {
    const save = vi.fn(() => Promise.resolve());
    aStore(save, { text: 'From before the crash' }, true);
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledOnce();
  });

  it('leaves nothing behind once the reply was sent: no late saving brings it back', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { store } = aStore(save);
    store.change({ text: 'Dear Ana' });
    await store.settle();
    store.clear(9);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(memory().recall()).toBeNull();
    expect(store.get().writing).toMatchObject({ text: '', sequence: 9, key: 'k2' });
  });

  it('is thrown away at the desk when its text is deleted', async () => {
    const { store, discard } = aStore(() => Promise.resolve(), { text: 'Dear' });
    store.change({ text: '' });
    await vi.advanceTimersByTimeAsync(800);
    expect(discard).toHaveBeenCalledOnce();
  });
});
