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
    store.leave();
    store.arrived(9);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(memory().recall()).toBeNull();
    expect(store.get().writing).toMatchObject({ text: '', sequence: 9, key: 'k2' });
  });

  it('keeps what is typed while the reply is on its way, and tells the desk once it has arrived', async () => {
    const saved: string[] = [];
    const { store } = aStore(async ({ text }) => saved.push(text));
    store.change({ text: 'Dear Ana' });
    await store.settle();
    expect(store.leave()).toMatchObject({ text: 'Dear Ana', key: 'k1' });
    store.change({ text: 'One more thing' });
    expect(memory().recall()).toMatchObject({ saved: false, writing: { text: 'Dear Ana\n\nOne more thing' } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual([]);

    store.arrived(9);
    expect(store.get().writing).toMatchObject({ text: 'One more thing', sequence: 9, key: 'k2' });
    expect(memory().recall()).toMatchObject({ saved: false, writing: { text: 'One more thing' } });
    await vi.advanceTimersByTimeAsync(800);
    expect(saved).toEqual(['One more thing']);
  });

  it('is on the sheet again when the reply was refused, before what was typed since', async () => {
    const { store } = aStore(() => Promise.resolve());
    store.change({ text: 'Dear Ana', html: '<p>Dear Ana</p>' });
    await store.settle();
    store.leave();
    store.change({ text: 'One more thing', html: '<p>One more thing</p>' });
    const { revision } = store.get();
    store.cameBack();
    expect(store.get()).toMatchObject({
      revision: revision + 1,
      writing: { text: 'Dear Ana\n\nOne more thing', html: '<p>Dear Ana</p><p>One more thing</p>', key: 'k1' },
    });
  });

  it('is thrown away at the desk when its text is deleted', async () => {
    const { store, discard } = aStore(() => Promise.resolve(), { text: 'Dear' });
    store.change({ text: '' });
    await vi.advanceTimersByTimeAsync(800);
    expect(discard).toHaveBeenCalledOnce();
  });
});
